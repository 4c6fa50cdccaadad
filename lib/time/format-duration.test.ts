import { expect, it } from "vitest";
import { formatDuration } from "@/lib/time/format-duration";

it.each([
  [0, "0 s"],
  [45_000, "45 s"],
  [7 * 86_400_000, "7 d"],
  [2.5 * 3_600_000, "2 h 30 min"],
  [86_400_000 + 60_000, "1 d"],
  [-3_600_000, "−1 h"],
])("%d ms is %s", (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
