import { expect, test } from "vitest";
import { backOffMs } from "@/lib/engine/deliver/back-off";

test("waits grow from about 5 s to at most 1 h 15 min, and agree on every reading", () => {
  const waits = Array.from({ length: 20 }, (_, i) => backOffMs("key", i + 1));
  expect(waits[0]).toBeGreaterThanOrEqual(3_750);
  expect(waits[0]).toBeLessThanOrEqual(6_250);
  expect(Math.max(...waits)).toBeLessThanOrEqual(75 * 60_000);
  expect(waits).toEqual(Array.from({ length: 20 }, (_, i) => backOffMs("key", i + 1)));
  expect(new Set(Array.from({ length: 50 }, (_, i) => backOffMs(`key ${i}`, 1))).size).toBeGreaterThan(40);
});
