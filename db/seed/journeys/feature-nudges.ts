import { days, draftOf } from "@/db/seed/journeys/draft";
import type { JourneyDocument } from "@/lib/journey/document";

/** Whoever switches a feature on gets help to make a habit of it. */
export function featureNudgesJourney(): JourneyDocument {
  return draftOf({
    name: "Feature adoption nudges",
    purpose: "Turn a feature that was switched on into one that is used every week.",
    subject: "person",
    priority: 40,
    measure: {
      primary: {
        name: "Uses features five times in three weeks",
        when: { type: "rule", rule: { kind: "event", event: "feature_used", times: 5, withinMs: days(21) } },
        targetShare: 0.5,
      },
    },
    entry: { trigger: { type: "event", event: "feature_activated" }, reentry: { type: "after", ms: days(60) } },
    holdout: 0.1,
    states: [
      {
        id: "learn",
        name: "Learn",
        exitCriteria: [
          {
            id: "habit",
            name: "Five uses in three weeks",
            when: { type: "rule", rule: { kind: "event", event: "feature_used", times: 5, withinMs: days(21) } },
            then: "habit",
            expected: { share: 0.35, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(35), then: "no_habit" },
        objectives: [
          {
            id: "uses",
            name: "Uses in three weeks",
            target: 5,
            unit: "uses",
            of: { type: "rule", rule: { kind: "event", event: "feature_used", times: 5, withinMs: days(21) } },
          },
        ],
      },
    ],
    places: [
      {
        step: { id: "start", state: "learn", name: "Feature activated", kind: "entry", config: {} },
        to: { next: ["a_day", 1] },
      },
      {
        step: {
          id: "a_day",
          state: "learn",
          name: "Next working morning",
          kind: "wait",
          config: { type: "time", weekdays: [1, 2, 3, 4, 5], minuteOfDay: 570 },
        },
        to: { next: ["tip", 1] },
      },
      {
        step: {
          id: "tip",
          state: "learn",
          name: "How others use it",
          kind: "message",
          config: {
            channel: "email",
            purpose: "marketing",
            topic: "product-tips",
            windowMs: days(3),
            splitOpened: true,
            content: {
              subject: "Three ways teams use {{ context.feature }}",
              body: '<p>Three short examples.</p><p><a href="https://app.lumen.test/examples">See the examples</a></p>',
              callToAction: { label: "See the examples", url: "https://app.lumen.test/examples" },
            },
            brief: {
              keyMessage: "Examples from teams like yours",
              callToAction: "See the examples",
              successMetric: "Clicks within three days",
            },
          },
        },
        to: {
          clicked: ["wait_use", 0.28],
          opened: ["wait_use", 0.3],
          no_response: ["in_app", 0.32],
          not_sent: ["in_app", 0.1],
        },
      },
      {
        step: {
          id: "in_app",
          state: "learn",
          name: "Hint in the product",
          kind: "message",
          config: {
            channel: "in_app",
            purpose: "service",
            topic: "product-tips",
            content: {
              subject: "Try {{ context.feature }}",
              body: "You switched on {{ context.feature }}. Start with an example.",
            },
            brief: { keyMessage: "Start with an example", callToAction: "Open the example", successMetric: "Seen" },
          },
        },
        to: { sent: ["wait_use", 0.95], not_sent: ["wait_use", 0.05] },
      },
      {
        step: {
          id: "wait_use",
          state: "learn",
          name: "Five uses",
          kind: "wait_for",
          config: {
            when: { type: "rule", rule: { kind: "event", event: "feature_used", times: 5, withinMs: days(21) } },
            timeoutMs: days(21),
          },
        },
        to: { happened: ["habit", 0.5], timed_out: ["champion", 0.5] },
      },
      {
        step: {
          id: "champion",
          state: "learn",
          name: "Champion?",
          kind: "branch",
          config: {
            cases: [
              {
                id: "yes",
                name: "Champion",
                rule: { kind: "trait", of: "subject", trait: "role", op: "is", value: "champion" },
              },
            ],
          },
        },
        to: { yes: ["offer", 0.2], else: ["no_habit", 0.8] },
      },
      {
        step: {
          id: "offer",
          state: "learn",
          name: "Offer a working session",
          kind: "task",
          config: {
            type: "call",
            title: "Offer a working session",
            notes: "Switched a feature on, hardly used since.",
            dueMs: days(4),
          },
        },
        to: { done: ["no_habit", 0.7], late: ["no_habit", 0.3] },
      },
      {
        step: {
          id: "habit",
          state: "learn",
          name: "Feature became a habit",
          kind: "milestone",
          config: { milestone: "Feature habit", isGoal: true },
        },
        to: { reached: ["adopted", 1] },
      },
      {
        step: { id: "adopted", state: "learn", name: "Adopted", kind: "exit", config: { outcome: "success" } },
        to: {},
      },
      {
        step: { id: "no_habit", state: "learn", name: "Not adopted", kind: "exit", config: { outcome: "graceful" } },
        to: {},
      },
    ],
  });
}
