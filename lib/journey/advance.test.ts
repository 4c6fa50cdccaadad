import { describe, expect, it } from "vitest";
import { advance } from "@/lib/journey/advance";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Input } from "@/lib/journey/input";
import type { Plan } from "@/lib/journey/plan";
import { beginOf, DAY_MS, factsOf, planOf, START_MS, stepOf } from "@/lib/journey/testing/sample-journey";

const WEEK_MS = 7 * DAY_MS;
const facts = factsOf();
const at = (nowMs: number): Input => ({ type: "time", nowMs });
const accepted = (stepId: string, nowMs: number, visit = 1): Input => ({
  type: "settled",
  nowMs,
  stepId,
  visit,
  settlement: { outcome: "accepted" },
});
const refused = (stepId: string, nowMs: number): Input => ({
  type: "settled",
  nowMs,
  stepId,
  visit: 1,
  settlement: { outcome: "not_sent", code: "cap.channel", detail: { max: 3 } },
});
const event = (name: string, nowMs: number, properties = {}): Input => ({
  type: "event",
  nowMs,
  event: { name, atMs: nowMs, properties },
});

/** Enter, then apply the inputs one after another. */
function play(plan: Plan, inputs: Input[], more: Parameters<typeof beginOf>[1] = {}, known = facts) {
  let result = advance(plan, beginOf(plan, more), at(START_MS), known);
  const all = { actions: [...result.actions], decisions: [...result.decisions], moves: [...result.moves] };
  for (const input of inputs) {
    result = advance(plan, result.enrollment, input, known);
    all.actions.push(...result.actions);
    all.decisions.push(...result.decisions);
    all.moves.push(...result.moves);
  }
  return { enrollment: result.enrollment as Enrollment, ...all, codes: all.decisions.map((one) => one.code) };
}

const end = [stepOf("won", "exit", { outcome: "success" }), stepOf("lost", "exit")];

describe("message", () => {
  const windowed = planOf(
    [stepOf("in", "entry"), stepOf("mail", "message", { windowMs: 3 * DAY_MS }), ...end],
    ["in.next>mail", "mail.engaged>won", "mail.no_response>lost"],
  );

  it("asks once and waits until it is settled", () => {
    const result = play(windowed, [at(START_MS + DAY_MS), event("other", START_MS + DAY_MS)]);
    expect(result.actions).toHaveLength(1);
    expect(result.actions[0]).toMatchObject({ type: "send", key: "e1:mail:1:email" });
    expect(result.enrollment).toMatchObject({ stepId: "mail", wait: { type: "settlement" }, dueAtMs: null });
  });

  it("starts its window at acceptance and ends it without response", () => {
    const accept = accepted("mail", START_MS + 60_000);
    expect(play(windowed, [accept]).enrollment.dueAtMs).toBe(START_MS + 60_000 + 3 * DAY_MS);
    const result = play(windowed, [accept, at(START_MS + 60_000 + 3 * DAY_MS)]);
    expect(result.enrollment).toMatchObject({ status: "exited", outcome: "graceful", stepId: "lost" });
  });

  it("leaves at once on a click and ignores engagement with another visit", () => {
    const click = (visit: number): Input => ({
      type: "engaged",
      nowMs: START_MS + DAY_MS,
      stepId: "mail",
      visit,
      how: "clicked",
    });
    expect(play(windowed, [accepted("mail", START_MS), click(2)]).enrollment.status).toBe("active");
    expect(play(windowed, [accepted("mail", START_MS), click(1)]).enrollment).toMatchObject({
      outcome: "success",
      exitedAtMs: START_MS + DAY_MS,
    });
  });

  it("goes on as without response when it was not sent", () => {
    const result = play(windowed, [refused("mail", START_MS)]);
    expect(result.enrollment.stepId).toBe("lost");
    expect(result.decisions).toContainEqual(
      expect.objectContaining({ code: "not_sent", port: "no_response", detail: { because: "cap.channel", max: 3 } }),
    );
  });

  it("splits opened from silence at the window's end", () => {
    const plan = planOf(
      [stepOf("in", "entry"), stepOf("mail", "message", { windowMs: DAY_MS, splitOpened: true }), ...end],
      ["in.next>mail", "mail.clicked>won", "mail.opened>won", "mail.no_response>lost"],
    );
    const opened: Input = { type: "engaged", nowMs: START_MS + 1000, stepId: "mail", visit: 1, how: "opened" };
    expect(play(plan, [accepted("mail", START_MS), opened]).enrollment.status).toBe("active");
    expect(play(plan, [accepted("mail", START_MS), opened, at(START_MS + DAY_MS)]).enrollment.stepId).toBe("won");
    expect(play(plan, [accepted("mail", START_MS), at(START_MS + DAY_MS)]).enrollment.stepId).toBe("lost");
  });

  it("goes on at once without a window", () => {
    const plan = planOf([stepOf("in", "entry"), stepOf("mail", "message"), ...end], ["in.next>mail", "mail.sent>won"]);
    expect(play(plan, [accepted("mail", START_MS)]).enrollment.stepId).toBe("won");
    expect(play(plan, [refused("mail", START_MS)]).enrollment.stepId).toBe("won");
  });

  it("is withheld from those held out, whose window still ends", () => {
    const result = play(windowed, [at(START_MS + 3 * DAY_MS)], { heldOut: true });
    expect(result.actions.map((one) => one.type)).toEqual(["release"]);
    expect(result.codes).toContain("withheld");
    expect(result.enrollment.stepId).toBe("lost");
  });
});

describe("order at one moment", () => {
  const plan = planOf(
    [
      stepOf("in", "entry"),
      stepOf("wait", "wait_for", { when: { type: "event", event: "bought" }, timeoutMs: WEEK_MS }),
      ...end,
    ],
    ["in.next>wait", "wait.happened>won", "wait.timed_out>lost"],
    {
      exit: [{ id: "gone", name: "Cancelled", when: { type: "event", event: "cancelled" }, outcome: "graceful" }],
      states: [
        {
          id: "main",
          name: "Main",
          exitCriteria: [
            {
              id: "paid",
              name: "Paid",
              when: { type: "rule", rule: { kind: "trait", trait: "paid", op: "is", value: true } },
              then: "won",
            },
          ],
          timeout: { afterMs: 3 * DAY_MS, then: "lost" },
        },
      ],
    },
  );

  it("leaves the journey from anywhere", () => {
    const result = play(plan, [event("cancelled", START_MS + 5)]);
    expect(result.enrollment).toMatchObject({ status: "exited", stepId: "wait", outcome: "graceful" });
    expect(result.moves.at(-1)).toMatchObject({ fromStepId: "wait", port: "exit:gone", toStepId: "", dwellMs: 5 });
    expect(result.actions).toEqual([{ type: "release", stateId: null, code: "exit:gone" }]);
  });

  it("lets an overdue timer act before a later event, at its own time", () => {
    const late = play(plan, [event("bought", START_MS + 3 * DAY_MS + 1)]);
    expect(late.enrollment).toMatchObject({ stepId: "lost", exitedAtMs: START_MS + 3 * DAY_MS });
    const inTime = play(plan, [event("bought", START_MS + 3 * DAY_MS)]);
    expect(inTime.enrollment.stepId).toBe("won");
  });

  it("takes a state exit as soon as its rule holds", () => {
    const result = play(plan, [], {}, factsOf({ traits: { paid: true } }));
    expect(result.enrollment.stepId).toBe("won");
    expect(result.codes).toEqual(["entered", "state_exit", "exit"]);
  });

  it("ends when told to, and nothing moves it afterwards", () => {
    const leave: Input = { type: "leave", nowMs: START_MS + 9, outcome: "withdrawn", code: "unsubscribed" };
    const result = play(plan, [leave, event("bought", START_MS + 10)]);
    expect(result.enrollment).toMatchObject({ status: "exited", outcome: "withdrawn", exitedAtMs: START_MS + 9 });
  });
});

describe("states", () => {
  const plan = planOf(
    [
      stepOf("in", "entry"),
      stepOf("pause", "wait", { type: "duration", ms: DAY_MS }),
      stepOf("late", "task", { title: "Call" }),
      stepOf("next", "task", {}, { state: "second" }),
      ...end,
    ],
    ["in.next>pause", "pause.next>next", "late.done>lost", "next.done>won"],
    {
      states: [
        { id: "main", name: "Main", timeout: { afterMs: WEEK_MS, then: "late" } },
        {
          id: "second",
          name: "Second",
          entryCriteria: [
            {
              id: "ready",
              name: "Ready",
              when: { type: "rule", rule: { kind: "trait", trait: "ready", op: "is", value: true } },
            },
          ],
        },
      ],
    },
  );

  it("waits at the border under the former state's timeout, which acts once", () => {
    const border = play(plan, [at(START_MS + DAY_MS)]);
    expect(border.enrollment).toMatchObject({
      stepId: "pause",
      wait: { type: "border", stepId: "next" },
      dueAtMs: START_MS + WEEK_MS,
    });
    const late = play(plan, [
      at(START_MS + DAY_MS),
      at(START_MS + WEEK_MS),
      at(START_MS + 8 * DAY_MS),
      at(START_MS + 9 * DAY_MS),
    ]);
    expect(late.enrollment.visits.late).toBe(1);
    expect(late.codes.filter((code) => code === "state_timeout")).toHaveLength(1);
    expect(late.codes.filter((code) => code === "border")).toHaveLength(1);
  });

  it("crosses when the criteria are met and releases what the state had under way", () => {
    const border = play(plan, [at(START_MS + DAY_MS)]);
    const crossed = advance(plan, border.enrollment, at(START_MS + 2 * DAY_MS), factsOf({ traits: { ready: true } }));
    expect(crossed.enrollment).toMatchObject({
      stateId: "second",
      stepId: "next",
      stateEnteredAtMs: START_MS + 2 * DAY_MS,
    });
    expect(crossed.actions.map((one) => one.type)).toEqual(["release", "task"]);
    expect(crossed.moves).toEqual([
      {
        fromStepId: "pause",
        port: "next",
        toStepId: "next",
        visit: 1,
        atMs: START_MS + 2 * DAY_MS,
        dwellMs: 2 * DAY_MS,
      },
    ]);
  });

  it("changes one stage per evaluation and looks again soon", () => {
    const met = (id: string, then: string) => [
      { id, name: id, when: { type: "rule", rule: { kind: "all", rules: [] } }, then },
    ];
    const staged = planOf(
      [
        stepOf("in", "entry", {}, { state: "a" }),
        stepOf("b1", "wait", { type: "duration", ms: WEEK_MS }, { state: "b" }),
        stepOf("c1", "wait", { type: "duration", ms: WEEK_MS }, { state: "c" }),
      ],
      [],
      {
        states: [
          { id: "a", name: "A", stage: "onboarding", exitCriteria: met("x", "b1") },
          { id: "b", name: "B", stage: "adoption", exitCriteria: met("y", "c1") },
          { id: "c", name: "C", stage: "growth" },
        ],
      },
    );
    const first = play(staged, []);
    expect(first.enrollment).toMatchObject({ stateId: "b", dueAtMs: START_MS + 60_000 });
    expect(play(staged, [at(START_MS + 60_000)]).enrollment.stateId).toBe("c");
  });
});

describe("what cannot go on", () => {
  it("records a dead end once and stays", () => {
    const plan = planOf([stepOf("in", "entry"), stepOf("b", "branch", { cases: [] })], ["in.next>b"]);
    const result = play(plan, [at(START_MS + 1), at(START_MS + 2)]);
    expect(result.codes).toEqual(["entered", "branch_else", "dead_end"]);
    expect(result.enrollment).toMatchObject({ stepId: "b", wait: { type: "stuck", port: "else" } });
  });

  it("moves nobody and does nothing in a loop without a wait", () => {
    const plan = planOf(
      [
        stepOf("in", "entry"),
        stepOf("a", "update", { set: [{ op: "add", trait: "n", by: 1 }] }),
        stepOf("b", "branch", { cases: [] }),
      ],
      ["in.next>a", "a.next>b", "b.else>a"],
    );
    const before = beginOf(plan);
    const result = advance(plan, before, at(START_MS), facts);
    expect(result).toEqual({
      enrollment: { ...before, dueAtMs: null },
      actions: [],
      moves: [],
      decisions: [expect.objectContaining({ code: "loop" })],
    });
  });

  it("passes a step that is switched off by its first port", () => {
    const plan = planOf(
      [stepOf("in", "entry"), stepOf("mail", "message", {}, { off: true }), ...end],
      ["in.next>mail", "mail.sent>won"],
    );
    const result = play(plan, []);
    expect(result.enrollment.stepId).toBe("won");
    expect(result.actions.map((one) => one.type)).toEqual(["release"]);
  });
});

describe("time and data", () => {
  it("waits for a weekday and time in the subject's zone", () => {
    const plan = planOf(
      [stepOf("in", "entry"), stepOf("w", "wait", { type: "time", weekdays: [3], minuteOfDay: 540 }), ...end],
      ["in.next>w", "w.next>won"],
    );
    const result = advance(plan, beginOf(plan), at(START_MS), factsOf({ zone: "America/New_York" }));
    expect(result.enrollment.dueAtMs).toBe(Date.UTC(2026, 5, 3, 13));
  });

  it("follows a date that changes and passes on without one", () => {
    const plan = planOf(
      [stepOf("in", "entry"), stepOf("w", "wait", { type: "date", trait: "renewal", offsetMs: -DAY_MS }), ...end],
      ["in.next>w", "w.next>won"],
    );
    const known = factsOf({ traits: { renewal: "2026-07-01" }, zone: "Europe/Berlin" });
    const first = advance(plan, beginOf(plan), at(START_MS), known);
    expect(first.enrollment.dueAtMs).toBe(Date.UTC(2026, 5, 29, 22));
    const moved = advance(
      plan,
      first.enrollment,
      at(START_MS + 1),
      factsOf({ traits: { renewal: "2026-08-01" }, zone: "Europe/Berlin" }),
    );
    expect(moved.enrollment.dueAtMs).toBe(Date.UTC(2026, 6, 30, 22));
    expect(play(plan, []).codes).toEqual(["entered", "date_missing", "exit"]);
  });

  it("lets a later branch of the same moment see an update", () => {
    const rule = { kind: "trait", trait: "score", op: "at_least", value: 5 };
    const plan = planOf(
      [
        stepOf("in", "entry"),
        stepOf("u", "update", { set: [{ op: "add", trait: "score", by: 5 }] }),
        stepOf("b", "branch", { cases: [{ id: "yes", name: "Yes", rule }] }),
        ...end,
      ],
      ["in.next>u", "u.next>b", "b.yes>won", "b.else>lost"],
    );
    expect(play(plan, []).enrollment.stepId).toBe("won");
  });

  it("wakes when a rule comes true by time alone", () => {
    const quiet = { kind: "not", rule: { kind: "event", event: "login", withinMs: WEEK_MS } };
    const plan = planOf(
      [
        stepOf("in", "entry"),
        stepOf("w", "wait_for", { when: { type: "rule", rule: quiet }, timeoutMs: 30 * DAY_MS }),
        ...end,
      ],
      ["in.next>w", "w.happened>won", "w.timed_out>lost"],
    );
    const known = factsOf({ events: [{ name: "login", atMs: START_MS - DAY_MS, properties: {} }] });
    const result = play(plan, [], {}, known);
    expect(result.enrollment.dueAtMs).toBe(START_MS + 6 * DAY_MS);
    expect(play(plan, [at(START_MS + 6 * DAY_MS)], {}, known).enrollment.stepId).toBe("won");
  });

  it("records a task finished after it was late and moves nobody", () => {
    const plan = planOf(
      [
        stepOf("in", "entry"),
        stepOf("t", "task", { dueMs: DAY_MS }),
        stepOf("w", "wait", { type: "duration", ms: WEEK_MS }),
      ],
      ["in.next>t", "t.late>w", "t.done>w"],
    );
    const done: Input = { type: "task", nowMs: START_MS + 2 * DAY_MS, stepId: "t", visit: 1, outcome: "reached" };
    const result = play(plan, [at(START_MS + DAY_MS), done]);
    expect(result.enrollment.stepId).toBe("w");
    expect(result.codes).toEqual(["entered", "task_late", "task_after"]);
    const inTime = play(plan, [{ ...done, nowMs: START_MS + 1 }]);
    expect(inTime.decisions).toContainEqual(
      expect.objectContaining({ code: "task_done", port: "done", detail: { outcome: "reached" } }),
    );
  });
});
