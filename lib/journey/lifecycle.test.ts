import { expect, test } from "vitest";
import { lifecycleDocument } from "@/lib/journey/lifecycle";
import { stages } from "@/lib/journey/stages";

const document = lifecycleDocument();
const ids = new Set(document.steps.map((step) => step.id));

test("the four stages, each with exit criteria and objectives, and only the last without an end", () => {
  expect(document.states.map((state) => state.stage)).toEqual(stages.map((stage) => stage.id));
  for (const state of document.states) {
    expect(state.exitCriteria.length).toBeGreaterThan(0);
    expect(state.objectives.length).toBeGreaterThanOrEqual(3);
  }
  expect(document.states.map((state) => state.timeout !== undefined)).toEqual([true, true, true, false]);
});

test("every reference leads to a step, every step but the exits leads on, and everything can be reached", () => {
  expect(ids.size).toBe(document.steps.length);
  for (const path of document.paths)
    expect(ids.has(path.from) && ids.has(path.to), `${path.from} > ${path.to}`).toBe(true);
  const leads = (id: string): string[] => [
    ...document.paths.filter((path) => path.from === id).map((path) => path.to),
    ...document.states
      .filter((state) => document.steps.some((step) => step.id === id && step.state === state.id))
      .flatMap((state) => [
        ...state.exitCriteria.map((one) => one.then),
        ...(state.timeout ? [state.timeout.then] : []),
      ]),
  ];
  const reached = new Set(["start"]);
  for (const id of reached) for (const next of leads(id)) reached.add(next);
  expect([...ids].filter((id) => !reached.has(id))).toEqual([]);
  const ends = document.steps.filter((step) => !document.paths.some((path) => path.from === step.id));
  expect(ends.map((step) => step.kind)).toEqual(["exit", "exit"]);
});

test("a stage is never skipped: leaving leads only to the next stage's first step", () => {
  const stateOf = (id: string) => document.steps.find((step) => step.id === id)?.state;
  document.states.forEach((state, place) => {
    for (const exit of state.exitCriteria)
      expect(stateOf(exit.then)).toBe(document.states[place + 1]?.id ?? "maturity");
    if (state.timeout) expect(stateOf(state.timeout.then)).toBe(state.id);
  });
});

test("expected shares of every step add up to one", () => {
  for (const id of new Set(document.paths.map((path) => path.from))) {
    const sum = document.paths
      .filter((path) => path.from === id)
      .reduce((total, path) => total + (path.expected?.share ?? 0), 0);
    expect(sum).toBeCloseTo(1);
  }
});
