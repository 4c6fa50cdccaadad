import { days, draftOf, type Place } from "@/db/seed/journeys/draft";
import type { JourneyDocument } from "@/lib/journey/document";

const until = (id: string, name: string, daysBefore: number, next: string): Place => ({
  step: {
    id,
    state: daysBefore > 30 ? "value" : "terms",
    name,
    kind: "wait",
    config: { type: "date", trait: "contractEnd", offsetMs: -days(daysBefore) },
  },
  to: { next: [next, 1] },
});

/** The overlay of the last 90 days of a contract: planning, value review, proposal, decision. */
export function renewalJourney(version: 1 | 2): JourneyDocument {
  return draftOf({
    name: "Renewal 90/60/30/14",
    purpose:
      "Every contract that ends is planned for, its value reviewed, its proposal sent and its decision known in time.",
    subject: "account",
    priority: 90,
    measure: {
      primary: { name: "Contract renewed", when: { type: "event", event: "contract_renewed" }, targetShare: 0.9 },
    },
    entry: {
      trigger: { type: "date", trait: "contractEnd", offsetMs: -days(90) },
      reentry: { type: "after", ms: days(180) },
    },
    exit: [
      { id: "lost", name: "Contract ended", when: { type: "event", event: "contract_ended" }, outcome: "graceful" },
    ],
    states: [
      {
        id: "value",
        name: "Value",
        exitCriteria: [
          {
            id: "renewed_early",
            name: "Renewed early",
            when: { type: "event", event: "contract_renewed" },
            then: "renewed",
            expected: { share: 0.25, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(61), then: "proposal" },
        objectives: [
          {
            id: "review",
            name: "Business review held",
            target: 1,
            unit: "reviews",
            of: { type: "rule", rule: { kind: "event", event: "qbr_held", withinMs: days(90) } },
          },
        ],
      },
      {
        id: "terms",
        name: "Terms",
        exitCriteria: [
          {
            id: "renewed",
            name: "Contract renewed",
            when: { type: "event", event: "contract_renewed" },
            then: "renewed",
            expected: { share: 0.6, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(60), then: "open_end" },
      },
    ],
    places: [
      {
        step: { id: "start", state: "value", name: "90 days before the end", kind: "entry", config: {} },
        to: { next: ["planning", 1] },
      },
      {
        step: {
          id: "planning",
          state: "value",
          name: "Renewal planning",
          kind: "task",
          config: {
            type: "email",
            title: "Plan the renewal",
            notes: "Who decides, by when, and what changed since last year.",
            dueMs: days(7),
          },
        },
        to: { done: ["wait_60", 0.85], late: ["wait_60", 0.15] },
      },
      until("wait_60", "60 days before the end", 60, "review"),
      {
        step: {
          id: "review",
          state: "value",
          name: "Value review",
          kind: "task",
          config: {
            type: "meeting",
            title: "Hold the value review",
            notes: "Goals of the contract against what was reached.",
            dueMs: days(version === 1 ? 14 : 10),
          },
        },
        to: { done: ["summary", 0.75], late: ["summary", 0.25] },
      },
      {
        step: {
          id: "summary",
          state: "value",
          name: "Summary for the sponsor",
          kind: "message",
          config: {
            channel: "email",
            purpose: "service",
            topic: "renewal",
            to: { type: "role", role: "sponsor", atMost: 1 },
            windowMs: days(5),
            content: {
              subject: "Your year with Lumen",
              body: '<p>What {{ account.name }} reached this year, on one page.</p><p><a href="https://app.lumen.test/year">Read the page</a></p>',
              callToAction: { label: "Read the page", url: "https://app.lumen.test/year" },
            },
            brief: {
              keyMessage: "What you reached",
              callToAction: "Read the page",
              successMetric: "Reads it within five days",
            },
          },
        },
        to: { engaged: ["wait_30", 0.4], no_response: ["wait_30", 0.55], not_sent: ["wait_30", 0.05] },
      },
      until("wait_30", "30 days before the end", 30, "proposal"),
      {
        step: {
          id: "proposal",
          state: "terms",
          name: "Send the proposal",
          kind: "task",
          config: { type: "email", title: "Send the renewal proposal", notes: "Terms, seats, price.", dueMs: days(4) },
        },
        to: { done: ["wait_14", 0.85], late: ["wait_14", 0.15] },
      },
      until("wait_14", "14 days before the end", 14, "decision"),
      {
        step: {
          id: "decision",
          state: "terms",
          name: "Decision check",
          kind: "task",
          config: { type: "call", title: "Ask for the decision", notes: "What is missing for a yes?", dueMs: days(3) },
        },
        to: { done: ["wait_decision", 0.85], late: ["wait_decision", 0.15] },
      },
      {
        step: {
          id: "wait_decision",
          state: "terms",
          name: "Contract renewed",
          kind: "wait_for",
          config: { when: { type: "event", event: "contract_renewed" }, timeoutMs: days(30) },
        },
        to: { happened: ["renewed", 0.8], timed_out: ["open_end", 0.2] },
      },
      {
        step: {
          id: "renewed",
          state: "terms",
          name: "Renewed",
          kind: "milestone",
          config: { milestone: "Renewed", isGoal: true },
        },
        to: { reached: ["next_term", 1] },
      },
      {
        step: { id: "next_term", state: "terms", name: "Next term", kind: "exit", config: { outcome: "success" } },
        to: {},
      },
      {
        step: { id: "open_end", state: "terms", name: "No decision", kind: "exit", config: { outcome: "graceful" } },
        to: {},
      },
    ],
  });
}
