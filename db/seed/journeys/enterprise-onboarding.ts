import { days, draftOf } from "@/db/seed/journeys/draft";
import type { JourneyDocument } from "@/lib/journey/document";

const isLive = { kind: "event", event: "go_live" } as const;

/** Accounts on the Enterprise plan from signature to go-live, with people beside every automated step. */
export function enterpriseOnboardingJourney(version: 1 | 2): JourneyDocument {
  return draftOf({
    name: "Enterprise onboarding",
    purpose: "Every Enterprise account live within 90 days of signing, with its administrators trained.",
    subject: "account",
    priority: 75,
    measure: { primary: { name: "Goes live", when: { type: "event", event: "go_live" }, targetShare: 0.9 } },
    entry: {
      trigger: { type: "event", event: "contract_signed" },
      where: { kind: "trait", of: "subject", trait: "plan", op: "is", value: "Enterprise" },
    },
    exit: [
      { id: "ended", name: "Contract ended", when: { type: "event", event: "contract_ended" }, outcome: "graceful" },
    ],
    states: [
      {
        id: "setup",
        name: "Set-up",
        stage: "onboarding",
        exitCriteria: [
          {
            id: "live_early",
            name: "Live already",
            when: { type: "rule", rule: isLive },
            then: "live",
            expected: { share: 0.15, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(60), then: "training" },
        objectives: [
          {
            id: "milestones",
            name: "Implementation milestones",
            target: 2,
            unit: "milestones",
            of: { type: "rule", rule: { kind: "event", event: "milestone_complete", times: 2 } },
          },
        ],
      },
      {
        id: "training",
        name: "Training",
        stage: "onboarding",
        exitCriteria: [
          {
            id: "live",
            name: "Live in production",
            when: { type: "rule", rule: isLive },
            then: "live",
            expected: { share: 0.85, source: "estimate" },
          },
        ],
        timeout: { afterMs: days(75), then: "escalate" },
        objectives: [
          {
            id: "admins",
            name: "Administrators trained",
            target: 1,
            unit: "sessions",
            of: { type: "rule", rule: { kind: "event", event: "training_completed" } },
          },
        ],
      },
      {
        id: "live",
        name: "Live",
        stage: "adoption",
        entryCriteria: [{ id: "is_live", name: "Live in production", when: { type: "rule", rule: isLive } }],
        timeout: { afterMs: days(45), then: "handed_over" },
      },
    ],
    places: [
      {
        step: { id: "start", state: "setup", name: "Signed contract", kind: "entry", config: {} },
        to: { next: ["welcome", 1] },
      },
      {
        step: {
          id: "welcome",
          state: "setup",
          name: "Welcome email",
          kind: "message",
          config: {
            channel: "email",
            purpose: "service",
            topic: "onboarding",
            to: { type: "primary" },
            windowMs: days(4),
            content: {
              subject: "Your set-up plan",
              body: '<p>Welcome. This is your plan for the first 90 days.</p><p><a href="https://app.lumen.test/plan">See the plan</a></p>',
              callToAction: { label: "See the plan", url: "https://app.lumen.test/plan" },
            },
            brief: {
              keyMessage: "Your first 90 days",
              callToAction: "See the plan",
              successMetric: "Opens the plan within four days",
            },
          },
        },
        to: { engaged: ["kickoff", 0.55], no_response: ["kickoff", 0.4], not_sent: ["kickoff", 0.05] },
      },
      {
        step: {
          id: "kickoff",
          state: "setup",
          name: "Kick-off meeting",
          kind: "task",
          config: {
            type: "meeting",
            title: "Hold the kick-off meeting",
            notes: "Goals, owners, dates, single sign-on.",
            dueMs: days(7),
          },
        },
        to: { done: ["wait_setup", 0.85], late: ["wait_setup", 0.15] },
      },
      {
        step: {
          id: "wait_setup",
          state: "setup",
          name: "Data connected",
          kind: "wait_for",
          config: { when: { type: "rule", rule: { kind: "event", event: "milestone_complete" } }, timeoutMs: days(21) },
        },
        to: { happened: ["invited", 0.6], timed_out: ["invited", 0.4] },
      },
      {
        step: {
          id: "invited",
          state: "setup",
          name: "Admin invited team?",
          kind: "branch",
          config: {
            cases: [
              { id: "yes", name: "Three or more invited", rule: { kind: "event", event: "user_added", times: 3 } },
            ],
          },
        },
        to: { yes: ["training", 0.66], else: ["unblock", 0.34] },
      },
      {
        step: {
          id: "unblock",
          state: "setup",
          name: "CSM call: unblock setup",
          kind: "task",
          config: {
            type: "call",
            title: "Unblock the set-up",
            notes: "Few people are invited. Find out what is in the way.",
            dueMs: days(2),
          },
        },
        to: { done: ["training", 0.7], late: ["training", 0.3] },
      },
      {
        step: {
          id: "training",
          state: "training",
          name: "Admin training",
          kind: "task",
          config: {
            type: "meeting",
            title: "Book the admin training",
            notes: "90 minutes with those who will run it.",
            dueMs: days(version === 1 ? 14 : 10),
          },
        },
        to: { done: ["checklist", 0.75], late: ["checklist", 0.25] },
      },
      {
        step: {
          id: "checklist",
          state: "training",
          name: "Go-live checklist",
          kind: "message",
          config: {
            channel: "email",
            purpose: "service",
            topic: "onboarding",
            to: { type: "role", role: "admin", atMost: 1 },
            windowMs: days(5),
            content: {
              subject: "Five checks before you go live",
              body: '<p>Five checks, ten minutes.</p><p><a href="https://app.lumen.test/checklist">Open the checklist</a></p>',
              callToAction: { label: "Open the checklist", url: "https://app.lumen.test/checklist" },
            },
            brief: {
              keyMessage: "Ready to go live",
              callToAction: "Open the checklist",
              successMetric: "Opens the checklist within five days",
            },
          },
        },
        to: { engaged: ["wait_live", 0.5], no_response: ["wait_live", 0.42], not_sent: ["wait_live", 0.08] },
      },
      {
        step: {
          id: "wait_live",
          state: "training",
          name: "Go-live",
          kind: "wait_for",
          config: { when: { type: "rule", rule: isLive }, timeoutMs: days(60) },
        },
        to: { happened: ["live", 0.85], timed_out: ["escalate", 0.15] },
      },
      {
        step: {
          id: "escalate",
          state: "training",
          name: "Team lead steps in",
          kind: "task",
          config: {
            type: "to_do",
            title: "Go-live is late: agree a date",
            notes: "Take it to the sponsor.",
            dueMs: days(5),
          },
        },
        to: { done: ["not_live", 0.6], late: ["not_live", 0.4] },
      },
      {
        step: {
          id: "live",
          state: "live",
          name: "Live in production",
          kind: "milestone",
          config: { milestone: "Live in production", isGoal: true },
        },
        to: { reached: ["celebrate", 1] },
      },
      {
        step: {
          id: "celebrate",
          state: "live",
          name: "You are live",
          kind: "message",
          config: {
            channel: "in_app",
            purpose: "service",
            topic: "onboarding",
            to: { type: "role", role: "champion", atMost: 1 },
            windowMs: days(5),
            content: { subject: "You are live", body: "Your first workflow runs in production." },
            brief: {
              keyMessage: "Milestone reached",
              callToAction: "Invite your team",
              successMetric: "Seen within five days",
            },
          },
        },
        to: { engaged: ["settle", 0.5], no_response: ["settle", 0.45], not_sent: ["settle", 0.05] },
      },
      {
        step: {
          id: "settle",
          state: "live",
          name: "Three weeks of use",
          kind: "wait",
          config: { type: "duration", ms: days(21) },
        },
        to: { next: ["review", 1] },
      },
      {
        step: {
          id: "review",
          state: "live",
          name: "Hand-over review",
          kind: "task",
          config: {
            type: "meeting",
            title: "Hand over from implementation",
            notes: "What was promised, what was reached, who owns it now.",
            dueMs: days(7),
          },
        },
        to: { done: ["handed_over", 0.85], late: ["handed_over", 0.15] },
      },
      {
        step: { id: "handed_over", state: "live", name: "Handed over", kind: "exit", config: { outcome: "success" } },
        to: {},
      },
      {
        step: {
          id: "not_live",
          state: "training",
          name: "Exit: handed to the team lead",
          kind: "exit",
          config: { outcome: "graceful" },
        },
        to: {},
      },
    ],
  });
}
