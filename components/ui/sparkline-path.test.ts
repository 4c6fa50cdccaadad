import { describe, expect, it } from "vitest";
import { sparklinePath } from "./sparkline-path";

const box = { width: 100, height: 20, pad: 0 };

describe("sparklinePath", () => {
  it("spans the box from the lowest to the highest value", () => {
    expect(sparklinePath([0, 10, 5], null, box)).toEqual({
      line: "M0 20L50 0L100 10",
      targetY: null,
      last: { x: 100, y: 10 },
    });
  });

  it("leaves a gap where a value is missing", () => {
    expect(sparklinePath([1, null, 3, 3], null, box).line).toBe("M0 20M66.67 0L100 0");
  });

  it("keeps the target in sight", () => {
    const { line, targetY } = sparklinePath([0, 10], 20, box);
    expect(targetY).toBe(0);
    expect(line).toBe("M0 20L100 10");
  });

  it("draws a flat line in the middle", () => {
    expect(sparklinePath([4, 4], null, box).line).toBe("M0 10L100 10");
  });

  it("draws nothing without values", () => {
    expect(sparklinePath([null, null], 3, box)).toEqual({ line: "", targetY: null, last: null });
  });
});
