import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journeyDocument, type Step } from "@/lib/journey/document";
import { patchDraft } from "./apply-patches";
import { copySteps, duplicateSteps, parseSteps, pasteSteps } from "./clipboard";
import { type Command, runCommand } from "./command";
import { connect, disconnect } from "./connect";
import { deleteSteps, waysOf } from "./delete-steps";
import { emptyHistory, HISTORY_MAX, redo, remember, undo } from "./history";
import { canInsert, insertStep, insertStepBefore } from "./insert-step";
import { findPath, type JourneyDraft, journeyDraft } from "./journey-draft";
import { renameJourney } from "./journey-settings";
import { canMove, moveStep } from "./move-step";
import { portsOf as enginePorts } from "@/lib/journey/kinds/index";
import { portsOf } from "./ports-of";
import { livingSteps } from "./reach";
import { rebase } from "./rebase";
import { addState, assignState, removeState, renameState, splitState, updateState } from "./states";
import { renameStep, toggleSteps, updateStepConfig } from "./update-step";

const rule = { kind: "trait", of: "subject", trait: "plan", op: "is", value: "pro" } as const;

function stepOf(id: string, kind: Step["kind"], name = id): Step {
  const base = { id, state: "s1", name };
  const config = {
    entry: {},
    message: { windowMs: 0 },
    webhook: {},
    task: {},
    wait: { type: "duration", ms: 86_400_000 },
    wait_for: { when: { type: "rule", rule }, timeoutMs: 86_400_000 },
    branch: { cases: [{ id: "yes", name: "Yes", rule }] },
    update: {},
    milestone: {},
    exit: {},
  }[kind];
  return journeyDocument.shape.steps.element.parse({ ...base, kind, config });
}

function draftOf(steps: Step[], paths: [string, string, string][]): JourneyDraft {
  return journeyDraft.parse({
    document: {
      schema: 1,
      name: "Welcome",
      subject: "person",
      entry: { trigger: { type: "event", event: "Signed up" } },
      states: [{ id: "s1", name: "Start" }],
      steps,
      paths: paths.map(([from, port, to]) => ({ from, port, to })),
    },
    layout: {},
  });
}

const line = () =>
  draftOf(
    [stepOf("in", "entry"), stepOf("mail", "message"), stepOf("rest", "wait"), stepOf("out", "exit")],
    [
      ["in", "next", "mail"],
      ["mail", "sent", "rest"],
      ["rest", "next", "out"],
    ],
  );
const fork = () =>
  draftOf(
    [
      stepOf("in", "entry"),
      stepOf("ask", "branch"),
      stepOf("a", "message"),
      stepOf("b", "task"),
      stepOf("out", "exit"),
    ],
    [
      ["in", "next", "ask"],
      ["ask", "yes", "a"],
      ["ask", "else", "b"],
      ["a", "sent", "out"],
      ["b", "done", "out"],
      ["b", "late", "out"],
    ],
  );
const after = (draft: JourneyDraft, command: Command) => runCommand(draft, command).draft;
const pathsIn = (draft: JourneyDraft) =>
  draft.document.paths.map((path) => `${path.from}.${path.port}>${path.to}`).sort();

describe("insertStep", () => {
  it("takes over the path and leads on to where it led", () => {
    const next = after(line(), insertStep({ from: "mail", port: "sent" }, stepOf("w2", "wait")));
    expect(pathsIn(next)).toEqual(["in.next>mail", "mail.sent>w2", "rest.next>out", "w2.next>rest"]);
    expect(next.document.steps.map((step) => step.id)).toEqual(["in", "mail", "w2", "rest", "out"]);
  });

  it("leads every required port of a branching step on", () => {
    const next = after(line(), insertStep({ from: "mail", port: "sent" }, stepOf("q", "branch")));
    expect(findPath(next.document, { from: "q", port: "yes" })?.to).toBe("rest");
    expect(findPath(next.document, { from: "q", port: "else" })?.to).toBe("rest");
  });

  it("refuses an exit in the middle of a path and a second entry", () => {
    expect(canInsert(line().document, "exit", { from: "mail", port: "sent" })).toBe(false);
    expect(canInsert(line().document, "exit", { from: "mail", port: "not_sent" })).toBe(true);
    expect(canInsert(line().document, "entry", { from: "mail", port: "sent" })).toBe(false);
  });

  it("inserts before a step on every path into it", () => {
    const next = after(fork(), insertStepBefore("out", stepOf("m", "milestone")));
    expect(next.document.paths.filter((path) => path.to === "out").map((path) => path.from)).toEqual(["m"]);
    expect(next.document.paths.filter((path) => path.to === "m")).toHaveLength(3);
  });
});

describe("deleteSteps", () => {
  it("joins the ends", () => {
    expect(pathsIn(after(line(), deleteSteps(["mail"])))).toEqual(["in.next>rest", "rest.next>out"]);
    expect(pathsIn(after(line(), deleteSteps(["mail", "rest"])))).toEqual(["in.next>out"]);
  });

  it("keeps the chosen way and removes what only the other reached", () => {
    expect(waysOf(fork().document, "ask")).toEqual(["yes", "else"]);
    const yes = after(fork(), deleteSteps(["ask"], { ask: "yes" }));
    expect(yes.document.steps.map((step) => step.id)).toEqual(["in", "a", "out"]);
    expect(pathsIn(yes)).toEqual(["a.sent>out", "in.next>a"]);
    const none = after(fork(), deleteSteps(["ask"], { ask: null }));
    expect(none.document.steps.map((step) => step.id)).toEqual(["in"]);
  });

  it("leads a state's timeout on and never deletes the entry", () => {
    const timed = after(
      line(),
      updateState("s1", "timeout", (state) => {
        state.timeout = { afterMs: 1000, then: "rest" };
      }),
    );
    expect(after(timed, deleteSteps(["rest"])).document.states[0]?.timeout?.then).toBe("out");
    expect(runCommand(line(), deleteSteps(["in"])).edit).toBeNull();
  });
});

describe("moveStep", () => {
  it("heals where it was and splices where it goes", () => {
    const next = after(line(), moveStep("mail", { from: "rest", port: "next" }));
    expect(pathsIn(next)).toEqual(["in.next>rest", "mail.sent>out", "rest.next>mail"]);
  });

  it("refuses a step whose ways differ, and its own place", () => {
    expect(canMove(fork().document, "ask", { from: "a", port: "sent" })).toBe(false);
    expect(canMove(line().document, "mail", { from: "in", port: "next" })).toBe(false);
  });
});

describe("settings", () => {
  it("leads new ports where the old one led", () => {
    const next = after(
      line(),
      updateStepConfig("mail", "message", "windowMs", (config) => {
        config.windowMs = 1000;
      }),
    );
    expect(pathsIn(next)).toEqual(["in.next>mail", "mail.engaged>rest", "mail.no_response>rest", "rest.next>out"]);
  });

  it("starts a state at a step with everything after it", () => {
    const next = after(line(), splitState("rest", "s2", "Later"));
    expect(next.document.steps.map((step) => step.state)).toEqual(["s1", "s1", "s2", "s2"]);
    expect(after(next, removeState("s2")).document.steps.every((step) => step.state === "s1")).toBe(true);
  });
});

describe("clipboard", () => {
  it("survives text and splices under new ids", () => {
    const clip = copySteps(line().document, ["in", "mail", "rest"]);
    const parsed = parseSteps(JSON.stringify(clip));
    expect(parsed?.steps.map((step) => step.id)).toEqual(["mail", "rest"]);
    if (!parsed) return;
    const next = after(
      line(),
      pasteSteps(parsed, (id) => `${id}2`, { from: "rest", port: "next" }, "s1"),
    );
    expect(pathsIn(next)).toEqual([
      "in.next>mail",
      "mail.sent>rest",
      "mail2.sent>rest2",
      "rest.next>mail2",
      "rest2.next>out",
    ]);
  });

  it("does not mistake other text for steps", () => {
    expect(parseSteps("hello")).toBeNull();
    expect(parseSteps('{"kind":"journey-steps@1","steps":[]}')).toBeNull();
  });
});

describe("history", () => {
  it("merges typing in one field until a pause of 600 ms", () => {
    let draft = line();
    let history = emptyHistory;
    for (const [name, atMs] of [
      ["W", 0],
      ["We", 300],
      ["Wel", 1000],
    ] as const) {
      const run = runCommand(draft, renameStep("mail", name));
      draft = run.draft;
      if (run.edit) history = remember(history, run.edit, atMs);
    }
    expect(history.past).toHaveLength(2);
    const back = undo(history, draft);
    expect(back?.draft.document.steps[1]?.name).toBe("We");
    expect(back && undo(back.history, back.draft)?.draft).toEqual(line());
  });

  it("keeps 100 entries", () => {
    let draft = line();
    let history = emptyHistory;
    for (let i = 0; i < 120; i++) {
      const run = runCommand(draft, { ...renameStep("mail", `n${i}`), group: `g${i}` });
      draft = run.draft;
      if (run.edit) history = remember(history, run.edit, i);
    }
    expect(history.past).toHaveLength(HISTORY_MAX);
  });
});

describe("rebase", () => {
  it("merges different steps and different fields silently", () => {
    const base = fork();
    const mine = after(
      after(base, renameStep("a", "Mine")),
      insertStep({ from: "a", port: "sent" }, stepOf("w", "wait")),
    );
    const theirs = after(
      after(base, renameStep("b", "Theirs")),
      updateStepConfig("a", "message", "topic", (config) => {
        config.topic = "news";
      }),
    );
    const { draft, clashes } = rebase(base, mine, theirs);
    expect(clashes).toEqual([]);
    const a = draft.document.steps.find((step) => step.id === "a");
    expect(a?.name).toBe("Mine");
    expect(a?.kind === "message" && a.config.topic).toBe("news");
    expect(draft.document.steps.find((step) => step.id === "b")?.name).toBe("Theirs");
    expect(findPath(draft.document, { from: "a", port: "sent" })?.to).toBe("w");
  });

  it("lists a field both changed and keeps mine", () => {
    const { draft, clashes } = rebase(
      line(),
      after(line(), renameJourney("Mine")),
      after(line(), renameJourney("Theirs")),
    );
    expect(draft.document.name).toBe("Mine");
    expect(clashes).toEqual([{ where: "name", mine: "Mine", theirs: "Theirs" }]);
  });

  it("keeps my step when they deleted its neighbour, without a path into nothing", () => {
    const mine = after(line(), insertStep({ from: "mail", port: "sent" }, stepOf("w", "wait")));
    const { draft } = rebase(line(), mine, after(line(), deleteSteps(["mail"])));
    const ids = new Set(draft.document.steps.map((step) => step.id));
    expect(ids.has("w")).toBe(true);
    expect(draft.document.paths.every((path) => ids.has(path.from) && ids.has(path.to))).toBe(true);
  });
});

const kinds = ["message", "webhook", "task", "wait", "wait_for", "branch", "update", "milestone", "exit"] as const;
const move = fc.record({
  do: fc.nat(13),
  kind: fc.constantFrom(...kinds),
  a: fc.nat(),
  b: fc.nat(),
  undo: fc.boolean(),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

function commandFor(draft: JourneyDraft, { do: which, kind, a, b }: Move, newId: string): Command | null {
  const { document } = draft;
  const stepAt = (n: number) => document.steps[n % document.steps.length] as Step;
  const stateAt = (n: number) => document.states[n % document.states.length]?.id ?? "";
  const from = stepAt(a);
  const ports = portsOf(from);
  const place = { from: from.id, port: ports[b % Math.max(1, ports.length)]?.name ?? "none" };
  const commands: (() => Command | null)[] = [
    () => insertStep(place, stepOf(newId, kind)),
    () => insertStepBefore(from.id, stepOf(newId, kind)),
    () => deleteSteps([from.id, stepAt(b).id]),
    () => deleteSteps([from.id], { [from.id]: b % 3 === 0 ? null : (waysOf(document, from.id)[0] ?? null) }),
    () => moveStep(stepAt(b).id, place),
    () => (ports.length > 0 ? connect(place, stepAt(b).id) : null),
    () => disconnect(place),
    () =>
      updateStepConfig(from.id, "message", "windowMs", (config) => {
        config.windowMs = b % 2 === 0 ? 0 : 5000;
      }),
    () => renameStep(from.id, ` ${"x".repeat(b % 200)} `),
    () => toggleSteps([from.id, stepAt(b).id]),
    () => (b % 2 === 0 ? splitState(from.id, newId, "More") : addState(stateAt(a), newId, "More")),
    () => (b % 2 === 0 ? removeState(stateAt(a)) : renameState(stateAt(a), "Renamed")),
    () => assignState([from.id], stateAt(b)),
    () =>
      duplicateSteps(
        document,
        [from.id, stepAt(b).id],
        (old) => `${newId}${document.steps.findIndex((step) => step.id === old)}`,
      ),
  ];
  return commands[which]?.() ?? null;
}

describe("any sequence of commands", () => {
  it("leaves a document that parses, with unique ids, no path into nothing, one path per port; undoing all of it gives back the start", () => {
    fc.assert(
      fc.property(fc.constantFrom(line, fork), fc.array(move, { maxLength: 25 }), (start, moves) => {
        let draft = start();
        let history = emptyHistory;
        const saved: JourneyDraft = start();
        const patches = [];
        for (const [index, one] of moves.entries()) {
          const command = commandFor(draft, one, `n${index}x`);
          if (!command) continue;
          const run = runCommand(draft, command);
          draft = run.draft;
          if (run.edit) {
            history = remember(history, run.edit, index * 10_000);
            patches.push(...run.edit.patches);
          }
          const back = one.undo ? undo(history, draft) : null;
          if (back) {
            const again = redo(back.history, back.draft);
            expect(again?.draft).toEqual(draft);
          }
        }
        expect(patchDraft(saved, patches)).toEqual(draft);
        expect(journeyDraft.parse(draft)).toEqual(draft);
        const ids = draft.document.steps.map((step) => step.id);
        expect(new Set(ids).size).toBe(ids.length);
        const places = draft.document.paths.map((path) => `${path.from}:${path.port}`);
        expect(new Set(places).size).toBe(places.length);
        const states = new Set(draft.document.states.map((state) => state.id));
        expect(draft.document.steps.every((step) => states.has(step.state))).toBe(true);
        for (const path of draft.document.paths) {
          expect(ids).toContain(path.to);
          expect(
            portsOf(draft.document.steps.find((step) => step.id === path.from) as Step).map((port) => port.name),
          ).toContain(path.port);
        }
        for (let back = undo(history, draft); back; back = undo(history, draft)) {
          history = back.history;
          draft = back.draft;
        }
        expect(draft).toEqual(start());
      }),
      { numRuns: 300 },
    );
  });

  it("never makes a step unreachable by deleting another", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), fc.nat(), (moves, pick) => {
        let draft = fork();
        for (const [index, one] of moves.entries()) {
          if (one.do > 1) continue;
          const command = commandFor(draft, { ...one, kind: one.kind === "exit" ? "wait" : one.kind }, `n${index}x`);
          if (command) draft = runCommand(draft, command).draft;
        }
        const step = draft.document.steps[pick % draft.document.steps.length] as Step;
        if (waysOf(draft.document, step.id).length > 0 || step.kind === "exit") return;
        const next = after(draft, deleteSteps([step.id]));
        const living = livingSteps(draft.document);
        const still = livingSteps(next.document);
        for (const one of next.document.steps) expect(still.has(one.id)).toBe(living.has(one.id));
      }),
    );
  });
});

describe("portsOf", () => {
  it("names the ports the engine knows", () => {
    const steps = [
      ...[...kinds, "entry" as const].map((kind) => stepOf("x", kind)),
      journeyDocument.shape.steps.element.parse({
        id: "x",
        state: "s1",
        name: "x",
        kind: "message",
        config: { windowMs: 1 },
      }),
      journeyDocument.shape.steps.element.parse({
        id: "x",
        state: "s1",
        name: "x",
        kind: "message",
        config: { windowMs: 1, splitOpened: true },
      }),
    ];
    for (const step of steps) expect(portsOf(step).map((port) => port.name)).toEqual(enginePorts(step));
  });
});
