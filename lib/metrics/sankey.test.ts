import fc from "fast-check";
import { expect, test } from "vitest";
import { prepareSankey, type SankeyStep, type Walk } from "@/lib/metrics/sankey";

const names = [..."abcdefghijklmnop"];
const steps = new Map<string, SankeyStep>(
  names.map((id, place) => [id, { name: id.toUpperCase(), state: place < 8 ? "one" : "two", isExit: id === "p" }]),
);
const walk = (path: string, count = 1, ended = false): Walk => ({ steps: [...path], count, ended });

test("a loop unrolls: each visit is an item of its own, and the fourth and later fold", () => {
  const flow = prepareSankey([walk("ababa", 3)], steps);
  expect(flow.items.map((item) => item.name)).toEqual(["A", "B", "A, 2nd time", "B, 2nd time", "A, 3rd time"]);
  const long = prepareSankey([walk("aaaaaa", 1)], steps);
  expect(long.items.map((item) => item.name)).toEqual([
    "A",
    "A, 2nd time",
    "A, 3rd time",
    "A, again",
    "A, again",
    "A, again",
  ]);
});

test("two people who meet the same steps in opposite order make no cycle", () => {
  const flow = prepareSankey([walk("abp", 1, true), walk("bap", 1, true)], steps);
  expect(flow.links).toHaveLength(4);
  expect(flow.columns[2]?.items[0]).toMatchObject({ name: "P", count: 2, completed: 2 });
});

test("where people end is told apart: exit, lost, still there, further on", () => {
  const flow = prepareSankey([walk("ap", 4, true), walk("ab", 3, true), walk("ac", 2), walk("adefghij", 1)], steps);
  const at = (name: string) => flow.items.find((item) => item.name === name);
  expect(at("P")).toMatchObject({ completed: 4, dropped: 0 });
  expect(at("B")).toMatchObject({ dropped: 3 });
  expect(at("C")).toMatchObject({ waiting: 2 });
  expect(at("I")).toMatchObject({ beyond: 1 });
  expect(flow.columns).toHaveLength(7);
  expect(flow.columns[1]?.dropped).toBe(3);
});

test("the smallest items of a full column fold into Other", () => {
  const flow = prepareSankey(
    [..."bcdefgh"].map((id, place) => walk(`a${id}`, 10 - place)),
    steps,
    { itemsMax: 4 },
  );
  expect(flow.columns[1]?.items.map((item) => [item.name, item.count])).toEqual([
    ["B", 10],
    ["C", 9],
    ["D", 8],
    ["Other (4)", 22],
  ]);
});

test("links under one in a hundred are marked small", () => {
  const flow = prepareSankey([walk("ab", 995), walk("ac", 5)], steps);
  expect(flow.links.map((link) => link.isSmall)).toEqual([false, true]);
});

test("nothing, and only empty walks, are drawn as nothing", () => {
  expect(prepareSankey([], steps)).toMatchObject({ items: [], links: [], starters: 0 });
  expect(prepareSankey([{ steps: [], count: 3, ended: true }], steps).starters).toBe(0);
});

test("over random journeys with loops it never throws, keeps its limits, and conserves the flow of every column and item", () => {
  const walks = fc.array(
    fc.record({
      steps: fc.array(fc.constantFrom(...names, "deleted/step"), { maxLength: 14 }),
      count: fc.integer({ min: 0, max: 500 }),
      ended: fc.boolean(),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(walks, fc.integer({ min: 2, max: 12 }), (input, itemsMax) => {
      const flow = prepareSankey(input, steps, { itemsMax });
      for (const item of flow.items) {
        const out = flow.links.filter((link) => link.from === item.id).reduce((sum, link) => sum + link.count, 0);
        const into = flow.links.filter((link) => link.to === item.id).reduce((sum, link) => sum + link.count, 0);
        expect(out + item.dropped + item.waiting + item.completed + item.beyond).toBe(item.count);
        expect(item.column === 0 ? item.count : into).toBe(item.count);
      }
      flow.columns.forEach((column, place) => {
        expect(column.items.length).toBeLessThanOrEqual(itemsMax);
        const before = flow.columns[place - 1];
        const ended = (before?.items ?? []).reduce(
          (sum, item) => sum + item.dropped + item.waiting + item.completed + item.beyond,
          0,
        );
        expect(column.count).toBe((before?.count ?? flow.starters) - ended);
      });
    }),
    { numRuns: 300 },
  );
});
