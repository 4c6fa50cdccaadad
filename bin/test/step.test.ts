import { expect, test } from "vitest";
import { runSteps } from "./step";

const step = (name: string, passed: number, failed: number) => ({ name, run: async () => ({ passed, failed }) });

test("adds up the runners and goes on after a failure", async () => {
  const crash = { name: "crash", run: async () => Promise.reject(new Error("no browser")) };
  const said: string[] = [];
  const total = await runSteps([step("a", 2, 1), crash, step("b", 3, 0)], (line) => said.push(line));
  expect(total).toEqual({ passed: 5, failed: 2 });
  expect(said).toContain("no browser");
});
