import { days, draftOf } from "@/db/seed/journeys/draft";
import type { JourneyDocument } from "@/lib/journey/document";

/** Accounts that fall into the segment At risk, called by their owner when they are large, written to when not. */
export function lowUsageRescueJourney(atRiskSegmentId: string): JourneyDocument {
  const recovered = { kind: "segment", segmentId: atRiskSegmentId, is: false } as const;
  return draftOf({
    name: "Low-usage rescue",
    purpose: "Notice falling use within a week and bring half of those accounts back within two months.",
    subject: "account",
    priority: 85,
    measure: { primary: { name: "Leaves At risk", when: { type: "rule", rule: recovered }, targetShare: 0.5 } },
    entry: {
      trigger: { type: "segment", segmentId: atRiskSegmentId, on: "entered" },
      where: {
        kind: "not",
        rule: { kind: "trait", of: "subject", trait: "contractStart", op: "in_the_last", value: days(60) },
      },
      reentry: { type: "after", ms: days(90) },
    },
    exit: [
      { id: "ended", name: "Contract ended", when: { type: "event", event: "contract_ended" }, outcome: "graceful" },
    ],
    states: [
      {
        id: "reach",
        name: "Reach out",
        exitCriteria: [
          {
            id: "recovered",
            name: "No longer at risk",
            when: { type: "rule", rule: recovered },
            then: "recovered",
            expected: { share: 0.2, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(30), then: "plan" },
      },
      {
        id: "recover",
        name: "Recover",
        exitCriteria: [
          {
            id: "recovered",
            name: "No longer at risk",
            when: { type: "rule", rule: recovered },
            then: "recovered",
            expected: { share: 0.4, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(60), then: "not_recovered" },
        objectives: [
          {
            id: "use",
            name: "Logins in a week",
            target: 10,
            unit: "logins",
            of: { type: "rule", rule: { kind: "event", event: "login", times: 10, withinMs: days(7) } },
          },
        ],
      },
    ],
    places: [
      { step: { id: "start", state: "reach", name: "At risk", kind: "entry", config: {} }, to: { next: ["size", 1] } },
      {
        step: {
          id: "size",
          state: "reach",
          name: "How large?",
          kind: "branch",
          config: {
            cases: [
              {
                id: "large",
                name: "ARR of 50,000 or more",
                rule: { kind: "trait", of: "subject", trait: "arr", op: "at_least", value: 50_000 },
              },
            ],
          },
        },
        to: { large: ["call", 0.4], else: ["write", 0.6] },
      },
      {
        step: {
          id: "call",
          state: "reach",
          name: "Call the champion",
          kind: "task",
          config: {
            type: "call",
            title: "Call the champion: what changed?",
            notes: "Use has fallen. Ask before you offer.",
            dueMs: days(3),
          },
        },
        to: { done: ["plan", 0.75], late: ["plan", 0.25] },
      },
      {
        step: {
          id: "write",
          state: "reach",
          name: "Can we help?",
          kind: "message",
          config: {
            channel: "email",
            purpose: "service",
            topic: "account-care",
            to: { type: "role", role: "champion", atMost: 1 },
            windowMs: days(5),
            content: {
              subject: "Can we help you get further?",
              body: '<p>We noticed that fewer people at {{ account.name }} use Lumen lately. Shall we talk?</p><p><a href="https://app.lumen.test/talk">Pick a time</a></p>',
              callToAction: { label: "Pick a time", url: "https://app.lumen.test/talk" },
            },
            brief: {
              keyMessage: "We noticed, we can help",
              callToAction: "Pick a time",
              successMetric: "Picks a time within five days",
            },
          },
        },
        to: { engaged: ["plan", 0.3], no_response: ["call", 0.6], not_sent: ["call", 0.1] },
      },
      {
        step: {
          id: "plan",
          state: "recover",
          name: "Agree a recovery plan",
          kind: "task",
          config: {
            type: "meeting",
            title: "Agree a recovery plan",
            notes: "Three steps, three dates, one owner on each side.",
            dueMs: days(10),
          },
        },
        to: { done: ["wait_use", 0.7], late: ["wait_use", 0.3] },
      },
      {
        step: {
          id: "wait_use",
          state: "recover",
          name: "Use comes back",
          kind: "wait_for",
          config: {
            when: { type: "rule", rule: { kind: "event", event: "login", times: 10, withinMs: days(7) } },
            timeoutMs: days(30),
          },
        },
        to: { happened: ["recovered", 0.45], timed_out: ["sponsor", 0.55] },
      },
      {
        step: {
          id: "sponsor",
          state: "recover",
          name: "Talk to the sponsor",
          kind: "task",
          config: {
            type: "call",
            title: "Talk to the sponsor about the renewal",
            notes: "The recovery plan has not worked.",
            dueMs: days(7),
          },
        },
        to: { done: ["not_recovered", 0.7], late: ["not_recovered", 0.3] },
      },
      {
        step: {
          id: "recovered",
          state: "recover",
          name: "Recovered",
          kind: "milestone",
          config: { milestone: "Recovered", isGoal: true },
        },
        to: { reached: ["saved", 1] },
      },
      {
        step: { id: "saved", state: "recover", name: "Out of risk", kind: "exit", config: { outcome: "success" } },
        to: {},
      },
      {
        step: {
          id: "not_recovered",
          state: "recover",
          name: "Still at risk",
          kind: "exit",
          config: { outcome: "graceful" },
        },
        to: {},
      },
    ],
  });
}
