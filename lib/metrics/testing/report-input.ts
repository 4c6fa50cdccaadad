import { computeHealth } from "@/lib/health/health";
import { computeJourneyHealth } from "@/lib/health/journey-health";
import { activeEvents } from "@/lib/health/signals";
import { summariseUse } from "@/lib/health/use-summary";
import { lifecycleDocument } from "@/lib/journey/lifecycle";
import type { ReportInput, ReportStay } from "@/lib/metrics/report-input";

const DAY_MS = 86_400_000;
export const nowMs = Date.parse("2026-04-30T09:00:00Z");
const ago = (days: number): number => nowMs - days * DAY_MS;

/** Twenty other accounts: each was in Onboarding 60 days, in Adoption 70 to 146, in Growth 180 to 218, and is in Maturity. */
function otherStays(): ReportStay[] {
  return Array.from({ length: 20 }, (_, place) => {
    const lengths = [60, 70 + 4 * place, 180 + 2 * place];
    let at = 600;
    return ["onboarding", "adoption", "growth", "maturity"].map((stage, index) => {
      const enteredAtMs = ago(at);
      at -= lengths[index] ?? at;
      return { accountId: `other-${place}`, stage, enteredAtMs, leftAtMs: index === 3 ? null : ago(at) };
    });
  }).flat();
}

/** An account in its 102nd day of Adoption, 12 days behind plan, with a renewal ahead. */
export function reportInput(change: Partial<ReportInput> = {}): ReportInput {
  const health = computeHealth({
    use: summariseUse([], "2026-04-30", activeEvents),
    traits: { nps: -10, csat: 3.4, arr_change: 0 },
    members: 4,
    ageDays: 190,
  });
  const touchpoints = [
    { atMs: ago(2), name: "Success check-in", channel: "Call", response: "Reached", responded: true },
    { atMs: ago(5), name: "Feature tips", channel: "In-app", response: "Clicked", responded: true },
    { atMs: ago(9), name: "Re-engagement", channel: "Email", response: "No response", responded: false },
    { atMs: ago(20), name: "Newsletter", channel: "Email", response: "No response", responded: false },
    { atMs: ago(30), name: "Survey", channel: "Email", response: "No response", responded: false },
    { atMs: ago(40), name: "Kickoff", channel: "Call", response: "Reached", responded: true },
    { atMs: ago(41), name: "Review", channel: "Call", response: "Reached", responded: true },
  ];
  return {
    nowMs,
    account: {
      id: "own",
      name: "Northwind | Freight",
      arr: 84_000,
      plan: "Enterprise",
      ownerName: "Ana Costa",
      contractStartMs: ago(190),
      contractEndMs: ago(-46),
      stage: "adoption",
      stageEnteredAtMs: ago(102),
      overlays: { renewal: ago(44) },
    },
    document: lifecycleDocument(),
    segments: ["Established", "Enterprise"],
    variant: null,
    triggers: ["Renewal"],
    stays: [
      ...otherStays(),
      { accountId: "own", stage: "onboarding", enteredAtMs: ago(190), leftAtMs: ago(102) },
      { accountId: "own", stage: "adoption", enteredAtMs: ago(102), leftAtMs: null },
    ],
    marks: [{ stage: "adoption", criterionId: "features", status: "met", atMs: ago(30), by: "rule", reason: "" }],
    readings: {
      "criterion.features": { holds: true, actual: 4, target: 3 },
      "criterion.daily_use": { holds: false, actual: 1, target: 4 },
      "objective.feature_use": { holds: true, actual: 4, target: 3 },
      "objective.habit": { holds: false, actual: 1, target: 4 },
      "objective.training": { holds: false, actual: 0, target: 1 },
      "objective.seats": { holds: false, actual: null, target: 50 },
    },
    health,
    journeyHealth: computeJourneyHealth({
      expectedDays: 90,
      daysInStage: 102,
      forecastDays: 120,
      touchpoints,
      milestones: { met: 2, due: 5 },
      openRisks: 1,
    }),
    risks: [
      {
        id: "late",
        text: "Adoption is 12 d over plan",
        advice: "Agree a dated plan for the open criteria of Adoption",
        source: "Stage plan: 90 d",
      },
    ],
    before: {
      components: { satisfaction: 70, growth: 50 },
      signals: { nps: 75, feedback: 65, expansion: 50 },
      factors: { speed: 80, engagement: 100, milestones: 40, risk: 80 },
    },
    events: [
      { atMs: ago(3), name: "ticket_opened", who: "Sam Lee" },
      { atMs: ago(12), name: "feature_activated", who: "Kim Park" },
      { atMs: ago(1), name: "signed_in", who: "Kim Park" },
    ],
    touchpoints,
    upcoming: [
      {
        id: "b",
        subjectId: "p",
        kind: "message",
        name: "Satisfaction survey",
        channel: "Email",
        dueAtMs: ago(-3),
        owner: "System",
        note: "Held by quiet hours",
      },
      {
        id: "a",
        subjectId: "own",
        kind: "task",
        name: "First business review",
        channel: "Meeting",
        dueAtMs: ago(-2),
        owner: "Ana Costa",
        note: null,
      },
    ],
    peers: [],
    weeklyActive: [4, 5, 6, 7, 8, 8, 7, 8, 9, 10],
    ...change,
  };
}
