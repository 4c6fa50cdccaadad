import type { When } from "@/lib/audience/rule";
import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";
import { lifecycleStages, markable, readyToLeave } from "@/lib/journey/lifecycle-stages";
import {
  DAY_MS,
  message,
  milestone,
  pathsOf,
  task,
  type Touchpoint,
  wait,
  waitFor,
} from "@/lib/journey/lifecycle-touchpoints";
import { type StageId, stages } from "@/lib/journey/stages";

const PARK_DAYS = 5 * 365;
const happens = (event: string): When => ({ type: "event", event, where: [] });
const reaches = (trait: string, value: number): When => ({
  type: "rule",
  rule: { kind: "trait", of: "subject", trait, op: "at_least", value },
});
const greeting = "<p>Hello {{ person.name | default: 'there' }},</p>";

/** Where a stage rests once its touchpoints are done, until its exit criteria hold. */
function rest(state: StageId, next: string): Touchpoint {
  return waitFor(
    { id: `${state}_rest`, state, name: "Until the exit criteria are met", next: "left" },
    { type: "rule", rule: readyToLeave(state) },
    PARK_DAYS,
    { to: next, share: 0.9 },
  );
}

function late(state: StageId): Touchpoint {
  const stage = stages.find((one) => one.id === state);
  return task(
    { id: `${state}_late`, state, name: `${stage?.name} is late: agree a plan`, next: `${state}_rest` },
    "call",
    "The stage has taken longer than planned. Go through the open exit criteria with the customer.",
  );
}

const onboarding: readonly Touchpoint[] = [
  {
    step: { id: "start", state: "onboarding", name: "Contract signed", kind: "entry", config: {} },
    leads: [{ port: "next", to: "welcome", share: 1 }],
  },
  message(
    { id: "welcome", state: "onboarding", name: "Welcome", next: "kickoff_wait" },
    "email",
    "Welcome to {{ workspace.name }}",
    `${greeting}<p>We are glad that {{ account.name }} is here. Your first step is the kickoff call.</p>`,
  ),
  wait({ id: "kickoff_wait", state: "onboarding", name: "Day 1", next: "kickoff" }, 1),
  task(
    { id: "kickoff", state: "onboarding", name: "Schedule the kickoff", next: "implementation_wait" },
    "email",
    "Offer three times for the kickoff call.",
  ),
  wait({ id: "implementation_wait", state: "onboarding", name: "Day 7", next: "implementation" }, 5),
  task(
    { id: "implementation", state: "onboarding", name: "Implementation check", next: "first_milestone_wait" },
    "call",
    "Are access, data and single sign-on set up?",
  ),
  wait({ id: "first_milestone_wait", state: "onboarding", name: "Day 14", next: "first_milestone" }, 6),
  message(
    { id: "first_milestone", state: "onboarding", name: "First milestone", next: "adoption_review_wait" },
    "in_app",
    "Your first milestone",
    "Your first workflow is one step away.",
  ),
  wait({ id: "adoption_review_wait", state: "onboarding", name: "Day 30", next: "adoption_review" }, 16),
  task(
    { id: "adoption_review", state: "onboarding", name: "Adoption review", next: "onboarding_rest" },
    "call",
    "Who uses it, who does not yet, and why?",
  ),
  late("onboarding"),
  rest("onboarding", "adoption_start"),
];

const adoption: readonly Touchpoint[] = [
  milestone({ id: "adoption_start", state: "adoption", name: "Adoption reached", next: "feature_threshold" }),
  waitFor(
    { id: "feature_threshold", state: "adoption", name: "Feature threshold", next: "re_engagement" },
    reaches("features_activated", 2),
    30,
    { to: "feature_tips", share: 0.7 },
  ),
  message(
    { id: "feature_tips", state: "adoption", name: "Feature tips", next: "ticket_closed" },
    "in_app",
    "Three things to try next",
    "Teams like yours use these features next.",
  ),
  message(
    { id: "re_engagement", state: "adoption", name: "Re-engagement", next: "ticket_closed" },
    "email",
    "Can we help you get further?",
    `${greeting}<p>We noticed less use at {{ account.name }} lately. Shall we talk?</p>`,
  ),
  waitFor(
    { id: "ticket_closed", state: "adoption", name: "Support ticket closed", next: "check_in" },
    happens("ticket_closed"),
    30,
    { to: "csat_survey", share: 0.4 },
  ),
  message(
    { id: "csat_survey", state: "adoption", name: "Satisfaction survey", next: "check_in" },
    "email",
    "How did we do?",
    `${greeting}<p>Your ticket is closed. One question: how satisfied are you?</p>`,
  ),
  task(
    { id: "check_in", state: "adoption", name: "Success check-in", next: "first_qbr_wait" },
    "call",
    "Goals, use so far, what is in the way.",
  ),
  wait({ id: "first_qbr_wait", state: "adoption", name: "Day 90", next: "first_qbr" }, 27),
  task(
    { id: "first_qbr", state: "adoption", name: "First business review", next: "adoption_rest" },
    "meeting",
    "Value so far against the goals of the contract.",
    7,
  ),
  late("adoption"),
  rest("adoption", "growth_start"),
];

const growth: readonly Touchpoint[] = [
  milestone({ id: "growth_start", state: "growth", name: "Growth reached", next: "usage_high" }),
  waitFor(
    { id: "usage_high", state: "growth", name: "Seat use above 80%", next: "use_case_found" },
    reaches("seat_use", 80),
    30,
    { to: "expansion", share: 0.3 },
  ),
  task(
    { id: "expansion", state: "growth", name: "Expansion offer", next: "use_case_found" },
    "email",
    "Seats are nearly used up: offer the next tier.",
  ),
  waitFor(
    { id: "use_case_found", state: "growth", name: "New use case identified", next: "team_growth" },
    happens("use_case_started"),
    30,
    { to: "cross_sell", share: 0.4 },
  ),
  task(
    { id: "cross_sell", state: "growth", name: "Cross-sell", next: "team_growth" },
    "call",
    "Explore the new use case and who owns it.",
  ),
  waitFor({ id: "team_growth", state: "growth", name: "Team growth", next: "growth_qbr" }, happens("user_added"), 30, {
    to: "seat_expansion",
    share: 0.6,
  }),
  message(
    { id: "seat_expansion", state: "growth", name: "Seat expansion", next: "growth_qbr" },
    "in_app",
    "Your team is growing",
    "Add seats in the settings, or ask us for a quote.",
  ),
  task(
    { id: "growth_qbr", state: "growth", name: "Quarterly business review", next: "growth_rest" },
    "meeting",
    "Outcomes of the quarter and the plan for the next.",
    7,
  ),
  late("growth"),
  rest("growth", "maturity_start"),
];

const maturity: readonly Touchpoint[] = [
  milestone({ id: "maturity_start", state: "maturity", name: "Maturity reached", next: "maturity_qbr_wait" }, true),
  wait({ id: "maturity_qbr_wait", state: "maturity", name: "One quarter", next: "maturity_qbr" }, 90),
  task(
    { id: "maturity_qbr", state: "maturity", name: "Quarterly business review", next: "reference_ask" },
    "meeting",
    "Outcomes of the quarter and the plan for the next.",
    7,
  ),
  task(
    { id: "reference_ask", state: "maturity", name: "Ask for a reference", next: "maturity_rest" },
    "call",
    "Would they speak to a prospect?",
    14,
  ),
  rest("maturity", "reference_customer"),
  milestone({ id: "reference_customer", state: "maturity", name: "Reference customer", next: "completed" }),
  {
    step: {
      id: "completed",
      state: "maturity",
      name: "Lifecycle complete",
      kind: "exit",
      config: { outcome: "success" },
    },
    leads: [],
  },
  {
    step: {
      id: "left",
      state: "maturity",
      name: "Left without completing",
      kind: "exit",
      config: { outcome: "graceful" },
    },
    leads: [],
  },
];

const firstStep = {
  onboarding: "start",
  adoption: "adoption_start",
  growth: "growth_start",
  maturity: "maturity_start",
} as const satisfies Record<StageId, string>;
const touchpoints = [...onboarding, ...adoption, ...growth, ...maturity];

function state(id: StageId, place: number) {
  const stage = stages[place];
  const before = stages[place - 1];
  const after = stages[place + 1];
  const [only, ...more] = lifecycleStages[id].criteria;
  const exit =
    only && more.length === 0
      ? { id: only.id, name: only.name }
      : { id: `${id}_done`, name: `All exit criteria of ${stage?.name} met` };
  return {
    id,
    name: stage?.name ?? id,
    stage: id,
    entryCriteria: before
      ? lifecycleStages[before.id].criteria.map((one) => ({
          id: one.id,
          name: one.name,
          when: { type: "rule" as const, rule: markable(before.id, one) },
        }))
      : [],
    exitCriteria: [
      {
        ...exit,
        when: { type: "rule" as const, rule: readyToLeave(id) },
        then: after ? firstStep[after.id] : "reference_customer",
      },
    ],
    ...(stage?.expectedDays ? { timeout: { afterMs: stage.expectedDays * DAY_MS, then: `${id}_late` } } : {}),
    objectives: lifecycleStages[id].objectives.map(({ rule, ...one }) => ({
      ...one,
      of: { type: "rule" as const, rule },
    })),
  };
}

/** The lifecycle as a journey over accounts: four states, the touchpoints of each, and exit criteria that must all
 * hold before the next begins. A stage that takes too long gives its owner a task and never moves (RULES S13). */
export function lifecycleDocument(): JourneyDocument {
  return journeyDocument.parse({
    schema: 1,
    name: "Customer lifecycle",
    purpose: "Guide every account from contract to value, habit, growth and advocacy.",
    subject: "account",
    priority: 80,
    measure: {
      primary: {
        name: "Reaches Maturity",
        when: { type: "rule", rule: { kind: "trait", of: "subject", trait: "stage", op: "is", value: "maturity" } },
        targetShare: 0.6,
      },
    },
    entry: { trigger: { type: "event", event: "contract_signed" } },
    exit: [{ id: "churned", name: "Contract ended", when: happens("contract_ended"), outcome: "graceful" }],
    states: stages.map((stage, place) => state(stage.id, place)),
    steps: touchpoints.map((one) => one.step),
    paths: touchpoints.flatMap(pathsOf),
  });
}
