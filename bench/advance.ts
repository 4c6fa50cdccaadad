import { performance } from "node:perf_hooks";
import { advance } from "@/lib/journey/advance";
import { compile } from "@/lib/journey/compile";
import { journeyDocument } from "@/lib/journey/document";
import { beginEnrollment } from "@/lib/journey/enter";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Input } from "@/lib/journey/input";

// How many steps a second one thread of the core moves: a message, a branch on traits and events, an update, a
// local-time wait, a milestone; with journey and state exits asked at every moment. No database. Prints one JSON object.

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 5, 1, 12);
const SUBJECTS = 100_000;
const document = journeyDocument.parse({
  schema: 1,
  name: "Bench",
  subject: "person",
  entry: { trigger: { type: "event", event: "signed_up" } },
  exit: [{ id: "gone", name: "Cancelled", when: { type: "event", event: "cancelled" }, outcome: "graceful" }],
  states: [
    {
      id: "main",
      name: "Main",
      exitCriteria: [
        {
          id: "paid",
          name: "Paid",
          when: { type: "rule", rule: { kind: "event", event: "paid", times: 2, withinMs: 7 * DAY_MS } },
          then: "won",
        },
      ],
      timeout: { afterMs: 30 * DAY_MS, then: "lost" },
    },
  ],
  steps: [
    { id: "in", state: "main", name: "In", kind: "entry" },
    { id: "mail", state: "main", name: "Mail", kind: "message", config: { windowMs: 3 * DAY_MS } },
    {
      id: "ask",
      state: "main",
      name: "Ask",
      kind: "branch",
      config: {
        cases: [
          {
            id: "pro",
            name: "Pro",
            rule: {
              kind: "all",
              rules: [
                { kind: "trait", trait: "plan", op: "is", value: "pro" },
                { kind: "event", event: "login", times: 2 },
              ],
            },
          },
        ],
      },
    },
    { id: "set", state: "main", name: "Set", kind: "update", config: { set: [{ op: "add", trait: "score", by: 1 }] } },
    { id: "nine", state: "main", name: "Nine", kind: "wait", config: { type: "time", minuteOfDay: 540 } },
    { id: "mark", state: "main", name: "Mark", kind: "milestone", config: { milestone: "Engaged" } },
    { id: "won", state: "main", name: "Won", kind: "exit", config: { outcome: "success" } },
    { id: "lost", state: "main", name: "Lost", kind: "exit", config: {} },
  ],
  paths: [
    "in.next>mail",
    "mail.engaged>ask",
    "mail.no_response>ask",
    "ask.pro>set",
    "ask.else>nine",
    "set.next>nine",
    "nine.next>mark",
    "mark.reached>won",
  ].map((text) => {
    const [from = "", to = ""] = text.split(">");
    const [step, port] = from.split(".");
    return { from: step, port, to };
  }),
});
const plan = compile(document, { journeyId: "journey", versionId: "version" });
const events = Array.from({ length: 10 }, (_, index) => ({
  name: index % 2 === 0 ? "login" : "view",
  atMs: START_MS - index * 1000,
  properties: {},
})).reverse();
const facts = {
  traits: { plan: "pro" },
  account: null,
  segments: new Set<string>(),
  events,
  engagement: [],
  zone: "Europe/Berlin",
};

function walk(index: number): { moves: number; calls: number } {
  let enrollment: Enrollment = beginEnrollment(plan, {
    id: `e${index}`,
    subjectId: `s${index}`,
    nowMs: START_MS,
    context: {},
    variant: null,
    heldOut: false,
  });
  let moves = 0;
  let calls = 0;
  const give = (input: Input): void => {
    const result = advance(plan, enrollment, input, facts);
    enrollment = result.enrollment;
    moves += result.moves.length;
    calls++;
  };
  give({ type: "time", nowMs: START_MS });
  give({ type: "settled", nowMs: START_MS + 1000, stepId: "mail", visit: 1, settlement: { outcome: "accepted" } });
  while (enrollment.dueAtMs !== null) give({ type: "time", nowMs: enrollment.dueAtMs });
  return { moves, calls };
}

for (let index = 0; index < SUBJECTS / 10; index++) walk(index);
let moves = 0;
let calls = 0;
const startedAt = performance.now();
for (let index = 0; index < SUBJECTS; index++) {
  const walked = walk(index);
  moves += walked.moves;
  calls += walked.calls;
}
const seconds = (performance.now() - startedAt) / 1000;
console.log(
  JSON.stringify({
    benchmark: "advance",
    subjects: SUBJECTS,
    moves,
    calls,
    seconds,
    movesPerSecond: Math.round(moves / seconds),
    callsPerSecond: Math.round(calls / seconds),
  }),
);
