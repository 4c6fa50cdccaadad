import { describe, expect, test } from "vitest";
import { happenedAt } from "@/lib/contract/ingest/happened-at";

const receivedAtMs = Date.UTC(2026, 4, 1, 12, 0, 0);
const hourMs = 3_600_000;

describe("happenedAt", () => {
  test("without a timestamp it is the time of receipt", () => {
    expect(happenedAt({ timestampMs: null, sentAtMs: receivedAtMs - 10 * hourMs, receivedAtMs })).toBe(receivedAtMs);
  });
  test("a right clock is believed to the millisecond", () => {
    const timestampMs = receivedAtMs - 2 * hourMs;
    expect(happenedAt({ timestampMs, sentAtMs: receivedAtMs - 800, receivedAtMs })).toBe(timestampMs);
    expect(happenedAt({ timestampMs, sentAtMs: null, receivedAtMs })).toBe(timestampMs);
  });
  test("a clock that is a day ahead or behind is corrected by what it said when sending", () => {
    for (const off of [24 * hourMs, -24 * hourMs]) {
      const real = receivedAtMs - 10 * 60_000;
      expect(happenedAt({ timestampMs: real + off, sentAtMs: receivedAtMs + off, receivedAtMs })).toBe(real);
    }
  });
  test("nothing happens in the future", () => {
    expect(happenedAt({ timestampMs: receivedAtMs + hourMs, sentAtMs: null, receivedAtMs })).toBe(receivedAtMs);
  });
});
