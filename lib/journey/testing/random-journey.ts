import fc from "fast-check";
import type { Facts } from "@/lib/audience/facts";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Input } from "@/lib/journey/input";
import { compile } from "@/lib/journey/compile";
import { journeyDocument } from "@/lib/journey/document";
import { portsOf } from "@/lib/journey/kinds/index";
import type { Plan } from "@/lib/journey/plan";
import { DAY_MS, factsOf, START_MS } from "@/lib/journey/testing/sample-journey";

const HOUR_MS = 3_600_000;

const rule = fc.oneof(
  fc.record({
    kind: fc.constant("trait"),
    trait: fc.constantFrom("score", "vip"),
    op: fc.constantFrom("at_least", "at_most", "is_set"),
    value: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({
    kind: fc.constant("event"),
    event: fc.constantFrom("login", "buy"),
    times: fc.integer({ min: 1, max: 2 }),
    withinMs: fc.constantFrom(HOUR_MS, 2 * DAY_MS),
  }),
  fc.constant({ kind: "not", rule: { kind: "event", event: "login", withinMs: DAY_MS } }),
);
const when = fc.oneof(
  fc.record({ type: fc.constant("event"), event: fc.constantFrom("login", "buy") }),
  fc.record({ type: fc.constant("rule"), rule }),
);
const spanMs = fc.constantFrom(0, HOUR_MS, DAY_MS, 3 * DAY_MS);
const settings = fc.oneof(
  fc.record({ kind: fc.constant("message"), config: fc.record({ windowMs: spanMs, splitOpened: fc.boolean() }) }),
  fc.record({ kind: fc.constant("webhook"), config: fc.constant({}) }),
  fc.record({ kind: fc.constant("task"), config: fc.record({ dueMs: spanMs }) }),
  fc.record({ kind: fc.constant("wait"), config: fc.record({ type: fc.constant("duration"), ms: spanMs }) }),
  fc.record({
    kind: fc.constant("wait"),
    config: fc.record({ type: fc.constant("time"), minuteOfDay: fc.constantFrom(0, 540) }),
  }),
  fc.record({
    kind: fc.constant("wait"),
    config: fc.record({ type: fc.constant("date"), trait: fc.constantFrom("score", "renewal") }),
  }),
  fc.record({ kind: fc.constant("wait_for"), config: fc.record({ when, timeoutMs: spanMs }) }),
  fc.record({
    kind: fc.constant("branch"),
    config: fc.record({
      cases: fc
        .array(rule, { maxLength: 2 })
        .map((rules) => rules.map((one, index) => ({ id: `c${index}`, name: `C${index}`, rule: one }))),
    }),
  }),
  fc.record({
    kind: fc.constant("update"),
    config: fc.record({ inHoldout: fc.boolean(), set: fc.constant([{ op: "add", trait: "score", by: 1 }]) }),
  }),
  fc.record({ kind: fc.constant("milestone"), config: fc.constant({}) }),
  fc.record({ kind: fc.constant("exit"), config: fc.record({ outcome: fc.constantFrom("success", "graceful") }) }),
);
const pick = fc.nat({ max: 1000 });

/** Any journey: connected at random, with loops, dead ends, several states, exits and timeouts. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    steps: fc.array(fc.record({ settings, state: pick, off: fc.boolean(), isOffAsked: pick }), {
      minLength: 2,
      maxLength: 10,
    }),
    targets: fc.array(pick, { minLength: 45, maxLength: 45 }),
    states: fc.array(
      fc.record({
        entry: fc.option(when, { nil: undefined, freq: 2 }),
        exit: fc.option(when, { nil: undefined, freq: 1 }),
        then: pick,
        afterMs: fc.option(fc.constantFrom(HOUR_MS, 2 * DAY_MS, 9 * DAY_MS), { nil: undefined, freq: 1 }),
        stage: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    exit: fc.option(when, { nil: undefined, freq: 1 }),
  })
  .map(({ steps, targets, states, exit }) => {
    const idOf = (at: number) => `s${at % (steps.length + 1)}`;
    const stateOf = (at: number) => `state${at % states.length}`;
    const all = [
      { id: "s0", state: "state0", name: "Start", kind: "entry" },
      ...steps.map((step, index) => ({
        id: `s${index + 1}`,
        state: stateOf(step.state),
        name: `S${index + 1}`,
        off: step.off && step.isOffAsked % 5 === 0,
        ...step.settings,
      })),
    ];
    const bare = {
      schema: 1,
      name: "Any",
      subject: "person",
      entry: { trigger: { type: "manual" } },
      exit: exit === undefined ? [] : [{ id: "x", name: "Exit", when: exit, outcome: "graceful" }],
      states: states.map((state, index) => ({
        id: `state${index}`,
        name: `State ${index}`,
        ...(state.stage && { stage: `stage${index}` }),
        entryCriteria: state.entry === undefined || index === 0 ? [] : [{ id: "e", name: "Entry", when: state.entry }],
        exitCriteria:
          state.exit === undefined ? [] : [{ id: "o", name: "Out", when: state.exit, then: idOf(state.then) }],
        ...(state.afterMs !== undefined && { timeout: { afterMs: state.afterMs, then: idOf(state.then + 1) } }),
      })),
      steps: all,
      paths: [],
    };
    const document = journeyDocument.parse(bare);
    let next = 0;
    document.paths = document.steps.flatMap((step) =>
      portsOf(step).flatMap((port) => {
        const target = targets[next++ % targets.length] ?? 0;
        return target % 7 === 0 ? [] : [{ from: step.id, port, to: idOf(target) }];
      }),
    );
    return compile(document, { journeyId: "journey", versionId: "version" });
  });

/** What may happen next; it is aimed at the subject's current step when it plays. */
export const anyHappening = fc.record({
  afterMs: fc.constantFrom(0, 1, 60_000, HOUR_MS, DAY_MS, 4 * DAY_MS),
  type: fc.constantFrom(
    "time",
    "due",
    "due",
    "event",
    "accepted",
    "accepted",
    "not_sent",
    "clicked",
    "opened",
    "task",
    "stray",
  ),
  event: fc.constantFrom("login", "buy"),
});
type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never;

export function inputOf({ type, event, afterMs }: Happening, enrollment: Enrollment, lastMs: number): Input {
  const nowMs = lastMs + afterMs;
  const { stepId } = enrollment;
  const visit = enrollment.visits[stepId] ?? 1;
  switch (type) {
    case "due":
      return { type: "time", nowMs: Math.max(lastMs, enrollment.dueAtMs ?? nowMs) };
    case "event":
      return { type: "event", nowMs, event: { name: event, atMs: nowMs, properties: {} } };
    case "accepted":
      return { type: "settled", nowMs, stepId, visit, settlement: { outcome: "accepted" } };
    case "not_sent":
      return { type: "settled", nowMs, stepId, visit, settlement: { outcome: "not_sent", code: "cap.channel" } };
    case "clicked":
    case "opened":
      return { type: "engaged", nowMs, stepId, visit, how: type };
    case "task":
      return { type: "task", nowMs, stepId, visit, outcome: "reached" };
    case "stray":
      return { type: "settled", nowMs, stepId: "elsewhere", visit: 9, settlement: { outcome: "accepted" } };
    default:
      return { type: "time", nowMs };
  }
}

/** Facts with the events seen so far. */
export function factsAfter(inputs: readonly Input[], traits: Readonly<Record<string, unknown>>): Facts {
  return factsOf({ traits, events: inputs.flatMap((input) => (input.type === "event" ? [input.event] : [])) });
}

export const BEGIN_MS = START_MS;
