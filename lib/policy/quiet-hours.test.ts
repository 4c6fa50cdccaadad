import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet, quietUntil } from "@/lib/policy/quiet-hours";
import { nextTransitionAt } from "@/lib/time/zone-table";

const MINUTE_MS = 60_000;
const night = { fromMinute: 21 * 60, toMinute: 8 * 60 };

describe("quiet hours", () => {
  it("span midnight", () => {
    expect(quietUntil(night, "UTC", Date.UTC(2026, 0, 1, 20, 59))).toBe(Date.UTC(2026, 0, 1, 20, 59));
    expect(quietUntil(night, "UTC", Date.UTC(2026, 0, 1, 21))).toBe(Date.UTC(2026, 0, 2, 8));
    expect(quietUntil(night, "UTC", Date.UTC(2026, 0, 2, 3, 0, 30))).toBe(Date.UTC(2026, 0, 2, 8));
  });

  it("end at local eight on the night the clocks change", () => {
    expect(quietUntil(night, "Europe/Berlin", Date.UTC(2026, 2, 28, 22))).toBe(Date.UTC(2026, 2, 29, 6));
    expect(quietUntil(night, "Europe/Berlin", Date.UTC(2026, 9, 24, 22))).toBe(Date.UTC(2026, 9, 25, 7));
  });

  it("never hold when both ends are equal and never end round the clock", () => {
    expect(quietUntil({ fromMinute: 600, toMinute: 600 }, "UTC", 0)).toBe(0);
    expect(quietUntil({ fromMinute: 0, toMinute: 1440 }, "UTC", 0)).toBeNull();
  });

  it("end at the first minute that is not quiet, also where the clocks change", () => {
    const ask = fc.record({
      zone: fc.constantFrom(
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "America/Sao_Paulo",
        "Pacific/Apia",
      ),
      nearMs: fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2030, 0, 1) }),
      aroundMinutes: fc.integer({ min: -1440, max: 1440 }),
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      lengthMinutes: fc.integer({ min: 1, max: 1430 }),
    });
    fc.assert(
      fc.property(ask, ({ zone, nearMs, aroundMinutes, fromMinute, lengthMinutes }) => {
        const hours = { fromMinute, toMinute: (fromMinute + lengthMinutes) % 1440 };
        const baseMs = nextTransitionAt(zone, nearMs) ?? nearMs;
        const nowMs = Math.floor(baseMs / MINUTE_MS + aroundMinutes) * MINUTE_MS;
        let expectedMs = nowMs;
        while (isQuiet(hours, zone, expectedMs)) expectedMs += MINUTE_MS;
        expect(quietUntil(hours, zone, nowMs)).toBe(expectedMs);
      }),
      { numRuns: 500 },
    );
  });

  it("go on when the minute they end at is skipped by the clocks", () => {
    // In Berlin 02:00 to 03:00 does not exist on 27 March 2005: at the end, 02:00, it is 03:00 and quiet again.
    const hours = { fromMinute: 133, toMinute: 120 };
    const nowMs = Date.UTC(2005, 2, 27, 0, 59);
    expect(quietUntil(hours, "Europe/Berlin", nowMs)).toBe(Date.UTC(2005, 2, 28, 0, 0));
  });
});
