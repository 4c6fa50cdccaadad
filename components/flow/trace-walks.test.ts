import { expect, test } from "vitest";
import { prepareSankey } from "@/lib/metrics/sankey";
import { traceWalks } from "./trace-walks";

const steps = new Map([..."abcde"].map((id) => [id, { name: id, state: "s", isExit: id === "e" }]));
// Both meet in c; neighbours alone would light up a→c→e for those who came by b.
const flow = prepareSankey(
  [
    { steps: ["a", "c", "d"], count: 3, ended: false },
    { steps: ["b", "c", "e"], count: 2, ended: true },
  ],
  steps,
);

test("a traced path holds only those who took it", () => {
  const trace = traceWalks(flow, ["0/1/a"]);
  expect(trace.count).toBe(3);
  expect([...trace.links]).toEqual([
    ["0/1/a 1/1/c", 3],
    ["1/1/c 2/1/d", 3],
    ["0/1/b 1/1/c", 0],
    ["1/1/c 2/1/e", 0],
  ]);
});

test("a second item narrows to both, and none is everybody", () => {
  expect(traceWalks(flow, ["1/1/c", "2/1/e"]).count).toBe(2);
  expect(traceWalks(flow, ["0/1/a", "2/1/e"]).count).toBe(0);
  expect(traceWalks(flow, []).count).toBe(5);
});
