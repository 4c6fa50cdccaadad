import { days, draftOf } from "@/db/seed/journeys/draft";
import type { JourneyDocument } from "@/lib/journey/document";

const loggedIn = { kind: "event", event: "login" } as const;
const greeting = "<p>Hello {{ person.firstName | default: 'there' }},</p>";

/** People from sign-up to their first login and first use of a feature. The first version waited less and wrote less kindly. */
export function activationJourney(version: 1 | 2): JourneyDocument {
  return draftOf({
    name: "First-login activation",
    purpose: "Bring everybody who signs up to a first login within a week and to a first feature within a month.",
    subject: "person",
    priority: 70,
    measure: {
      primary: { name: "Uses a feature", when: { type: "event", event: "feature_used" }, targetShare: 0.7 },
      secondary: [{ name: "Signs in", when: { type: "event", event: "login" }, targetShare: 0.85 }],
    },
    entry: { trigger: { type: "event", event: "signed_up" } },
    states: [
      {
        id: "signed_up",
        name: "Signed up",
        exitCriteria: [
          {
            id: "uses_feature",
            name: "Uses a feature",
            when: { type: "event", event: "feature_used" },
            then: "first_login",
            expected: { share: 0.05, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(30), then: "not_activated" },
        objectives: [
          { id: "login", name: "Signed in", target: 1, unit: "logins", of: { type: "rule", rule: loggedIn } },
        ],
      },
      {
        id: "signed_in",
        name: "Signed in",
        entryCriteria: [{ id: "has_login", name: "Has signed in", when: { type: "rule", rule: loggedIn } }],
        exitCriteria: [
          {
            id: "value",
            name: "First feature used",
            when: { type: "rule", rule: { kind: "event", event: "feature_used" } },
            then: "first_feature",
            expected: { share: 0.7, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(45), then: "done_quietly" },
        objectives: [
          {
            id: "feature",
            name: "First feature used",
            target: 1,
            unit: "features",
            of: { type: "rule", rule: { kind: "event", event: "feature_used" } },
          },
        ],
      },
      {
        id: "active",
        name: "Active",
        timeout: { afterMs: days(7), then: "activated" },
      },
    ],
    places: [
      {
        step: { id: "start", state: "signed_up", name: "Signed up", kind: "entry", config: {} },
        to: { next: ["welcome", 1] },
      },
      {
        step: {
          id: "welcome",
          state: "signed_up",
          name: "Welcome",
          kind: "message",
          config: {
            channel: "email",
            purpose: "transactional",
            topic: "account",
            content: {
              subject: "Your Lumen sign-in",
              body: `${greeting}<p>Your team at {{ account.name }} works with Lumen. Sign in to see what is waiting for you.</p><p><a href="https://app.lumen.test/start">Sign in</a></p>`,
              callToAction: { label: "Sign in", url: "https://app.lumen.test/start" },
            },
            brief: {
              keyMessage: "Your account is ready",
              callToAction: "Sign in",
              successMetric: "Signs in within three days",
            },
          },
        },
        to: { sent: ["wait_login", 0.98], not_sent: ["wait_login", 0.02] },
      },
      {
        step: {
          id: "wait_login",
          state: "signed_up",
          name: "First login",
          kind: "wait_for",
          config: { when: { type: "rule", rule: loggedIn }, timeoutMs: days(version === 1 ? 2 : 3) },
        },
        to: { happened: ["first_login", 0.7], timed_out: ["key_person", 0.3] },
      },
      {
        step: {
          id: "key_person",
          state: "signed_up",
          name: "Champion or admin?",
          kind: "branch",
          config: {
            cases: [
              {
                id: "key",
                name: "Champion or admin",
                rule: { kind: "trait", of: "subject", trait: "role", op: "in", value: ["champion", "admin"] },
              },
            ],
          },
        },
        to: { key: ["call", 0.15], else: ["nudge", 0.85] },
      },
      {
        step: {
          id: "call",
          state: "signed_up",
          name: "Call: help with the first login",
          kind: "task",
          config: {
            type: "call",
            title: "Help with the first login",
            notes: "Signed up, but never signed in. Ask about single sign-on and invitations.",
            dueMs: days(2),
          },
        },
        to: { done: ["wait_again", 0.75], late: ["nudge", 0.25] },
      },
      {
        step: {
          id: "nudge",
          state: "signed_up",
          name: "Nudge",
          kind: "message",
          config: {
            channel: "email",
            purpose: "marketing",
            topic: "getting-started",
            windowMs: days(3),
            splitOpened: version === 2,
            content: {
              subject: version === 1 ? "You have not signed in yet" : "Two minutes to your first workflow",
              body: `${greeting}<p>Most people set up a first workflow in two minutes. Shall we show you?</p><p><a href="https://app.lumen.test/first-workflow">Show me</a></p>`,
              callToAction: { label: "Show me", url: "https://app.lumen.test/first-workflow" },
            },
            brief: {
              keyMessage: "It takes two minutes",
              callToAction: "Show me",
              successMetric: "Clicks within three days",
            },
          },
        },
        to:
          version === 1
            ? { engaged: ["wait_again", 0.22], no_response: ["wait_again", 0.7], not_sent: ["wait_again", 0.08] }
            : {
                clicked: ["wait_again", 0.25],
                opened: ["wait_again", 0.3],
                no_response: ["wait_again", 0.35],
                not_sent: ["wait_again", 0.1],
              },
      },
      {
        step: {
          id: "wait_again",
          state: "signed_up",
          name: "Login within a fortnight",
          kind: "wait_for",
          config: { when: { type: "rule", rule: loggedIn }, timeoutMs: days(14) },
        },
        to: { happened: ["first_login", 0.65], timed_out: ["not_activated", 0.35] },
      },
      {
        step: {
          id: "first_login",
          state: "signed_in",
          name: "First login",
          kind: "milestone",
          config: { milestone: "First login" },
        },
        to: { reached: ["pause", 1] },
      },
      {
        step: {
          id: "pause",
          state: "signed_in",
          name: "Two days",
          kind: "wait",
          config: { type: "duration", ms: days(2) },
        },
        to: { next: ["tips", 1] },
      },
      {
        step: {
          id: "tips",
          state: "signed_in",
          name: "First tips",
          kind: "message",
          config: {
            channel: "email",
            purpose: "marketing",
            topic: "getting-started",
            windowMs: days(4),
            content: {
              subject: "Three things to try first",
              body: `${greeting}<p>Start a workflow, invite a colleague, look at a report.</p><p><a href="https://app.lumen.test/try">Try one</a></p>`,
              callToAction: { label: "Try one", url: "https://app.lumen.test/try" },
            },
            brief: {
              keyMessage: "Three easy starts",
              callToAction: "Try one",
              successMetric: "Clicks within four days",
            },
          },
        },
        to: { engaged: ["wait_feature", 0.35], no_response: ["wait_feature", 0.55], not_sent: ["wait_feature", 0.1] },
      },
      {
        step: {
          id: "wait_feature",
          state: "signed_in",
          name: "First feature",
          kind: "wait_for",
          config: { when: { type: "event", event: "feature_used" }, timeoutMs: days(30) },
        },
        to: { happened: ["first_feature", 0.6], timed_out: ["done_quietly", 0.4] },
      },
      {
        step: {
          id: "first_feature",
          state: "active",
          name: "First feature used",
          kind: "milestone",
          config: { milestone: "First feature used", isGoal: true },
        },
        to: { reached: ["mark", 1] },
      },
      {
        step: {
          id: "mark",
          state: "active",
          name: "Mark as activated",
          kind: "update",
          config: { of: "subject", set: [{ op: "set", trait: "activated", value: true }] },
        },
        to: { next: ["activated", 1] },
      },
      {
        step: { id: "activated", state: "active", name: "Activated", kind: "exit", config: { outcome: "success" } },
        to: {},
      },
      {
        step: {
          id: "not_activated",
          state: "signed_up",
          name: "Never signed in",
          kind: "exit",
          config: { outcome: "graceful" },
        },
        to: {},
      },
      {
        step: {
          id: "done_quietly",
          state: "signed_in",
          name: "No feature used",
          kind: "exit",
          config: { outcome: "graceful" },
        },
        to: {},
      },
    ],
  });
}
