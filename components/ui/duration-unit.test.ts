import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinDuration, splitDuration } from "./duration-unit";

describe("splitDuration", () => {
  it.each([
    [60_000, 1, "minutes"],
    [5_400_000, 90, "minutes"],
    [3_600_000, 1, "hours"],
    [172_800_000, 2, "days"],
    [1_209_600_000, 2, "weeks"],
    [0, 0, "minutes"],
  ] as const)("%d ms reads %d %s", (durationMs, amount, unit) => {
    expect(splitDuration(durationMs)).toEqual({ amount, unit });
  });

  it("keeps every duration", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31_536_000_000 }), (durationMs) => {
        const { amount, unit } = splitDuration(durationMs);
        expect(joinDuration(amount, unit)).toBe(durationMs);
      }),
    );
  });
});
