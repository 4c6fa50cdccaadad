import { describe, expect, it } from "vitest";
import { advance } from "@/lib/journey/advance";
import type { Input } from "@/lib/journey/input";
import { beginOf, DAY_MS, factsOf, planOf, START_MS, stepOf } from "@/lib/journey/testing/sample-journey";

const facts = factsOf();
const always = { type: "rule", rule: { kind: "all", rules: [] } };
const ready = { type: "rule", rule: { kind: "trait", trait: "ready", op: "is", value: true } };
/** Becomes true a day after the login without another event. */
const silent = { type: "rule", rule: { kind: "not", rule: { kind: "event", event: "login", withinMs: DAY_MS } } };
const loggedIn = factsOf({ events: [{ name: "login", atMs: START_MS, properties: {} }] });
const at = (nowMs: number): Input => ({ type: "time", nowMs });
const event = (name: string, nowMs: number): Input => ({
  type: "event",
  nowMs,
  event: { name, atMs: nowMs, properties: {} },
});
const pause = (id: string, state = "main") => stepOf(id, "wait", { type: "duration", ms: 90 * DAY_MS }, { state });

type Plan = ReturnType<typeof planOf>;
function play(plan: Plan, inputs: Input[], known = facts) {
  let result = advance(plan, beginOf(plan), at(START_MS), known);
  const codes = result.decisions.map((one) => one.code);
  for (const input of inputs) {
    result = advance(plan, result.enrollment, input, known);
    codes.push(...result.decisions.map((one) => one.code));
  }
  return { ...result, codes };
}

describe("one thing that happens", () => {
  it("moves a subject once, though the next state listens to it too", () => {
    const out = (then: string) => [{ id: `to-${then}`, name: then, when: { type: "event", event: "go" }, then }];
    const plan = planOf([stepOf("in", "entry"), pause("a"), pause("b", "second"), pause("c", "third")], ["in.next>a"], {
      states: [
        { id: "main", name: "Main", exitCriteria: out("b") },
        { id: "second", name: "Second", exitCriteria: out("c") },
        { id: "third", name: "Third" },
      ],
    });
    expect(play(plan, [event("go", START_MS + 1)]).enrollment.stepId).toBe("b");
    expect(play(plan, [event("go", START_MS + 1), event("go", START_MS + 2)]).enrollment.stepId).toBe("c");
  });

  it("at the instant of a timeout comes first; the timeout follows", () => {
    const plan = planOf(
      [
        stepOf("in", "entry"),
        stepOf("w", "wait_for", { when: { type: "event", event: "go" }, timeoutMs: 90 * DAY_MS }),
        stepOf("t", "task"),
        pause("late"),
      ],
      ["in.next>w", "w.happened>t"],
      { states: [{ id: "main", name: "Main", timeout: { afterMs: DAY_MS, then: "late" } }] },
    );
    const moved = play(plan, [event("go", START_MS + DAY_MS)]);
    expect(moved.enrollment).toMatchObject({ stepId: "t", dueAtMs: START_MS + DAY_MS });
    expect(moved.actions.map((one) => one.type)).toEqual(["task"]);
    expect(play(plan, [event("go", START_MS + DAY_MS), at(START_MS + DAY_MS)]).enrollment.stepId).toBe("late");
    expect(play(plan, [at(START_MS + DAY_MS)]).enrollment.stepId).toBe("late");
  });
});

describe("timeouts", () => {
  it("start anew in each state", () => {
    const plan = planOf(
      [stepOf("in", "entry"), pause("a"), pause("b", "second"), pause("c", "second")],
      ["in.next>a"],
      {
        states: [
          { id: "main", name: "Main", timeout: { afterMs: DAY_MS, then: "b" } },
          { id: "second", name: "Second", timeout: { afterMs: DAY_MS, then: "c" } },
        ],
      },
    );
    const result = play(plan, [at(START_MS + DAY_MS), at(START_MS + 2 * DAY_MS)]);
    expect(result.enrollment).toMatchObject({ stepId: "c", stateTimedOut: true, dueAtMs: START_MS + 92 * DAY_MS });
  });
});

describe("state exits", () => {
  it("that lead inside their own state act once while their rule stays true", () => {
    const plan = planOf([stepOf("in", "entry"), pause("a"), pause("b")], ["in.next>a"], {
      states: [{ id: "main", name: "Main", exitCriteria: [{ id: "x", name: "X", when: always, then: "b" }] }],
    });
    const result = play(plan, [at(START_MS + 1)]);
    expect(result.enrollment.stepId).toBe("b");
    expect(result.codes).toEqual(["entered", "state_exit"]);
  });

  it("wait at a border once and cross when its criteria are met", () => {
    const plan = planOf([stepOf("in", "entry"), pause("a"), pause("b", "second")], ["in.next>a"], {
      states: [
        { id: "main", name: "Main", exitCriteria: [{ id: "x", name: "X", when: always, then: "b" }] },
        { id: "second", name: "Second", entryCriteria: [{ id: "r", name: "Ready", when: ready }] },
      ],
    });
    const held = play(plan, [at(START_MS + 1), at(START_MS + 2)]);
    expect(held.codes).toEqual(["entered", "state_exit", "border"]);
    expect(held.enrollment).toMatchObject({ stepId: "in", wait: { type: "border", stepId: "b", port: "exit:x" } });
    const crossed = advance(plan, held.enrollment, at(START_MS + 3), factsOf({ traits: { ready: true } }));
    expect(crossed.enrollment.stepId).toBe("b");
    expect(crossed.moves[0]).toMatchObject({ port: "exit:x", toStepId: "b" });
  });

  it("release once when they end the journey in another state", () => {
    const plan = planOf(
      [stepOf("in", "entry"), pause("a"), stepOf("end", "exit", {}, { state: "second" })],
      ["in.next>a"],
      {
        states: [
          {
            id: "main",
            name: "Main",
            exitCriteria: [{ id: "x", name: "X", when: { type: "event", event: "go" }, then: "end" }],
          },
          { id: "second", name: "Second" },
        ],
      },
    );
    expect(play(plan, [event("go", START_MS + 1)]).actions).toEqual([{ type: "release", stateId: null, code: "exit" }]);
  });
});

describe("rules that come true by time alone", () => {
  const due = (more: Record<string, unknown>) =>
    play(
      planOf([stepOf("in", "entry"), pause("a"), pause("b", "second")], ["in.next>a", "a.next>b"], more),
      [],
      loggedIn,
    ).enrollment.dueAtMs;

  it("wake a journey exit", () => {
    const exit = [{ id: "x", name: "X", when: silent, outcome: "graceful" }];
    expect(
      due({
        exit,
        states: [
          { id: "main", name: "Main" },
          { id: "second", name: "Second" },
        ],
      }),
    ).toBe(START_MS + DAY_MS);
  });

  it("wake a state exit", () => {
    const exitCriteria = [{ id: "x", name: "X", when: silent, then: "b" }];
    expect(
      due({
        states: [
          { id: "main", name: "Main", exitCriteria },
          { id: "second", name: "Second" },
        ],
      }),
    ).toBe(START_MS + DAY_MS);
  });

  it("wake a border", () => {
    const plan = planOf([stepOf("in", "entry"), pause("b", "second")], ["in.next>b"], {
      states: [
        { id: "main", name: "Main" },
        { id: "second", name: "Second", entryCriteria: [{ id: "s", name: "Silent", when: silent }] },
      ],
    });
    expect(play(plan, [], loggedIn).enrollment).toMatchObject({ wait: { type: "border" }, dueAtMs: START_MS + DAY_MS });
  });
});

it("keeps when a milestone was reached first", () => {
  const plan = planOf(
    [
      stepOf("in", "entry"),
      stepOf("m", "milestone", { milestone: "Live" }),
      stepOf("w", "wait", { type: "duration", ms: DAY_MS }),
    ],
    ["in.next>m", "m.reached>w", "w.next>m"],
  );
  const result = play(plan, [at(START_MS + DAY_MS)]);
  expect(result.enrollment).toMatchObject({ visits: { m: 2 }, milestones: { Live: START_MS } });
});

it("never counts a negative stay when an input carries an older time", () => {
  const plan = planOf([stepOf("in", "entry"), stepOf("t", "task"), pause("a")], ["in.next>t", "t.done>a"]);
  const result = play(plan, [{ type: "task", nowMs: START_MS - 500, stepId: "t", visit: 1, outcome: "reached" }]);
  expect(result.moves[0]).toMatchObject({ toStepId: "a", atMs: START_MS, dwellMs: 0 });
});

it("takes no task result of an earlier visit for this one", () => {
  const plan = planOf([stepOf("in", "entry"), stepOf("t", "task"), pause("a")], ["in.next>t", "t.done>a"]);
  const result = play(plan, [{ type: "task", nowMs: START_MS + 1, stepId: "t", visit: 7, outcome: "reached" }]);
  expect(result.enrollment.stepId).toBe("t");
  expect(result.codes).toEqual(["entered", "task_after"]);
});
