import { describe, expect, it } from "vitest";
import { applyFix } from "@/lib/journey/apply-fix";
import { countAssumed, withAssumptions } from "@/lib/journey/defaults";
import { emptyJourney } from "@/lib/journey/empty-journey";
import { journeyOf, stepOf } from "@/lib/journey/testing/sample-journey";
import { isError, validate } from "@/lib/journey/validate";

const DAY_MS = 86_400_000;
const SEGMENT_ID = "0198c0de-0000-7000-8000-000000000001";
const counter = () => {
  let count = 0;
  return () => `new${++count}`;
};
const none = { segments: [] };
const content = { content: { subject: "Hello", body: "Welcome to it." } };
const start = stepOf("in", "entry");
const end = stepOf("out", "exit");
const problemsOf = (...given: Parameters<typeof journeyOf>) => validate(journeyOf(...given), none);
const errorsOf = (...given: Parameters<typeof journeyOf>) =>
  problemsOf(...given)
    .filter(isError)
    .map(({ code, stepId }) => `${code} ${stepId ?? ""}`.trim());

it("finds nothing that blocks in the smallest journey", () => {
  const document = emptyJourney({ name: "New", subject: "person", newId: counter() });
  expect(validate(document, none).filter(isError)).toEqual([]);
});

describe("errors", () => {
  it.each([
    ["no start", [end], [], ["entry.missing"]],
    ["two starts", [start, stepOf("in2", "entry"), end], ["in.next>out", "in2.next>out"], ["entry.many in2"]],
    [
      "a step nobody reaches",
      [start, stepOf("lost", "milestone"), end],
      ["in.next>out", "lost.reached>out"],
      ["step.unreachable lost"],
    ],
    ["a dead end", [start, stepOf("m", "milestone")], ["in.next>m"], ["path.dead_end m"]],
    [
      "a branch without else",
      [start, stepOf("b", "branch", { cases: [] }), end],
      ["in.next>b"],
      ["branch.no_else b", "step.unreachable out"],
    ],
    [
      "a path to nowhere",
      [start, end],
      ["in.next>gone"],
      ["path.dead_end in", "path.unknown_step in", "step.unreachable out"],
    ],
    [
      "an empty message",
      [start, stepOf("m", "message"), end],
      ["in.next>m", "m.sent>out"],
      ["step.required m", "step.required m"],
    ],
    [
      "a webhook in the clear",
      [start, stepOf("w", "webhook", { url: "http://x.test" }), end],
      ["in.next>w", "w.sent>out"],
      ["webhook.not_https w"],
    ],
    [
      "broken Liquid",
      [start, stepOf("m", "message", { content: { subject: "{{ a", body: "b" } }), end],
      ["in.next>m", "m.sent>out"],
      ["liquid.invalid m"],
    ],
    [
      "a wait for without a limit",
      [start, stepOf("w", "wait_for", { when: { type: "event", event: "x" }, timeoutMs: 0 }), end],
      ["in.next>w", "w.happened>out", "w.timed_out>out"],
      ["step.required w"],
    ],
    ["a task without a title", [start, stepOf("t", "task"), end], ["in.next>t", "t.done>out"], ["step.required t"]],
  ])("%s", (_, steps, paths, expected) => {
    expect(errorsOf(steps, paths).sort()).toEqual([...expected].sort());
  });

  it("names more than seven states", () => {
    const states = Array.from({ length: 8 }, (_, index) => ({
      id: index === 0 ? "main" : `s${index}`,
      name: `S${index}`,
    }));
    expect(errorsOf([start, end], ["in.next>out"], { states })).toEqual(["state.many"]);
  });

  it("names exits and timeouts that lead nowhere", () => {
    const when = { type: "event", event: "x" };
    const states = [
      {
        id: "main",
        name: "Main",
        exitCriteria: [{ id: "x", name: "X", when, then: "gone" }],
        timeout: { afterMs: 1, then: "gone" },
      },
    ];
    expect(errorsOf([start, end], ["in.next>out"], { states })).toEqual(["exit.unknown_step", "timeout.unknown_step"]);
  });

  it("names a deleted segment and the day", () => {
    const document = journeyOf([start, end], ["in.next>out"], {
      entry: { trigger: { type: "segment", segmentId: SEGMENT_ID } },
    });
    const problem = (segments: Parameters<typeof validate>[1]["segments"]) =>
      validate(document, { segments }).find((one) => one.code === "ref.deleted");
    expect(problem([{ id: SEGMENT_ID, name: "Power users", deletedAt: null }])).toBeUndefined();
    expect(problem([{ id: SEGMENT_ID, name: "Power users", deletedAt: "2026-05-04" }])?.message).toContain(
      "Power users was deleted on 4 May",
    );
    expect(problem([])?.severity).toBe("error");
  });

  it("names a comparison that lacks its value and a pattern that cannot be read", () => {
    const where = {
      kind: "all",
      rules: [
        { kind: "trait", trait: "plan", op: "is" },
        { kind: "trait", trait: "plan", op: "matches", value: "(" },
      ],
    };
    const entry = { trigger: { type: "manual" }, where };
    expect(errorsOf([start, end], ["in.next>out"], { entry })).toEqual(["rule.incomplete", "rule.pattern"]);
  });
});

describe("loops", () => {
  const message = (config = {}) => stepOf("m", "message", { ...content, ...config });
  const ask = stepOf("b", "branch", { cases: [{ id: "yes", name: "Yes", rule: { kind: "all", rules: [] } }] });

  it("must wait", () => {
    const paths = ["in.next>m", "m.sent>b", "b.yes>m", "b.else>out"];
    expect(errorsOf([start, message(), ask, end], paths)).toEqual(["loop.unbounded m"]);
    const pause = stepOf("p", "wait", { type: "duration", ms: DAY_MS });
    expect(
      errorsOf([start, message(), pause, ask, end], ["in.next>m", "m.sent>p", "p.next>b", "b.yes>m", "b.else>out"]),
    ).toEqual([]);
  });

  it("must wait also when a message is refused", () => {
    const windowed = message({ windowMs: DAY_MS });
    const round = ["in.next>m", "m.engaged>out", "m.no_response>m"];
    expect(errorsOf([start, windowed, end], round)).toEqual(["loop.unbounded m"]);
    expect(errorsOf([start, windowed, end], [...round, "m.not_sent>out"])).toEqual([]);
  });

  it("must have a way out", () => {
    const pause = stepOf("p", "wait", { type: "duration", ms: DAY_MS });
    expect(errorsOf([start, pause], ["in.next>p", "p.next>p"])).toEqual(["loop.unbounded p"]);
    const exit = [{ id: "x", name: "Bought", when: { type: "event", event: "bought" }, outcome: "success" }];
    expect(errorsOf([start, pause], ["in.next>p", "p.next>p"], { exit })).toEqual([]);
  });

  it("are looked for in two thousand steps in a row", () => {
    const steps = Array.from({ length: 1998 }, (_, index) => stepOf(`s${index}`, "milestone"));
    const paths = [
      "in.next>s0",
      ...steps.slice(1).map((_, index) => `s${index}.reached>s${index + 1}`),
      "s1997.reached>out",
    ];
    expect(errorsOf([start, ...steps, end], paths)).toEqual([]);
  });
});

describe("fixes", () => {
  it("mend a dead end, a missing start and an unreachable step", () => {
    let document = journeyOf(
      [stepOf("m", "milestone"), stepOf("x", "milestone"), stepOf("y", "milestone")],
      ["x.reached>y", "y.reached>x"],
    );
    const newId = counter();
    for (let round = 0; round < 10; round++) {
      const fix = validate(document, none).find((problem) => isError(problem) && problem.fix !== undefined)?.fix;
      if (fix === undefined) break;
      document = applyFix(document, fix.command, newId);
    }
    expect(validate(document, none).filter(isError)).toEqual([]);
    expect(document.steps.map((step) => step.kind)).toEqual(["entry", "milestone", "exit"]);
  });

  it("scale shares to a whole", () => {
    const base = journeyOf(
      [start, stepOf("b", "branch", { cases: [{ id: "yes", name: "Yes", rule: { kind: "any", rules: [] } }] }), end],
      ["in.next>b", "b.yes>out", "b.else>out"],
    );
    const document = {
      ...base,
      paths: base.paths.map((path) => ({ ...path, expected: { share: 0.48, source: "estimate" as const } })),
    };
    const problem = validate(document, none).find((one) => one.code === "branch.sum");
    expect(problem?.message).toContain("96%");
    if (problem?.fix === undefined) throw new Error("no fix");
    expect(
      validate(applyFix(document, problem.fix.command, counter()), none).some((one) => one.code === "branch.sum"),
    ).toBe(false);
  });
});

describe("assumptions", () => {
  const document = journeyOf(
    [
      start,
      stepOf("m", "message", {
        content: { subject: "Hello", body: '<p>Hi.</p><a href="https://x.test/go">Go</a>' },
        windowMs: 3 * DAY_MS,
      }),
      stepOf("t", "task", { title: "Call" }),
      end,
    ],
    ["in.next>m", "m.engaged>out", "m.no_response>t", "m.not_sent>t", "t.done>out"],
  );
  const filled = withAssumptions(document);

  it("fill shares that add up, a timeout and the brief, and change nothing when repeated", () => {
    const shares = filled.paths.filter((path) => path.from === "m").map((path) => path.expected?.share ?? 0);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    expect(filled.states[0]?.timeout).toMatchObject({ afterMs: 30 * DAY_MS, then: "out" });
    expect(filled.steps[1]?.config).toMatchObject({
      brief: { keyMessage: "Hello", callToAction: "https://x.test/go", successMetric: "engaged" },
    });
    expect(withAssumptions(filled)).toEqual(filled);
  });

  it("leave what the author set and count the rest", () => {
    const own = { share: 0.5, source: "estimate" as const };
    const set = withAssumptions({
      ...document,
      paths: document.paths.map((path) => (path.port === "engaged" ? { ...path, expected: own } : path)),
    });
    expect(set.paths.find((path) => path.port === "engaged")?.expected).toEqual(own);
    expect(
      set.paths.filter((path) => path.from === "m").reduce((sum, path) => sum + (path.expected?.share ?? 0), 0),
    ).toBeCloseTo(1, 5);
    expect(countAssumed(set)).toEqual({ assumed: 2, total: 3 });
  });

  it("never cut a state's own waits short", () => {
    const long = journeyOf(
      [start, stepOf("p", "wait", { type: "duration", ms: 60 * DAY_MS }), end],
      ["in.next>p", "p.next>out"],
    );
    expect(withAssumptions(long).states[0]?.timeout?.afterMs).toBe(90 * DAY_MS);
  });
});
