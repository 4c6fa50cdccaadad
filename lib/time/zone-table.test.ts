import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isZone } from "@/lib/time/is-zone";
import { isoWeekdayAt, minuteOfDayAt, offsetMinutesAt } from "@/lib/time/local-clock";
import { instantOfLocal, nextLocalTime } from "@/lib/time/next-local-time";
import { nextTransitionAt } from "@/lib/time/zone-table";

const zones = Intl.supportedValuesOf("timeZone");
const FROM_MS = Date.UTC(2000, 0, 1);
const TO_MS = Date.UTC(2049, 0, 1);
const HOUR_MS = 3_600_000;

const zoned = (zone: string, atMs: number) => Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);

/** Instants all over the years, and on both sides of every change of the clocks in one of them. */
function instantsOf(zone: string, year: number, anywhere: number): number[] {
  const instants = [anywhere];
  let changeMs = nextTransitionAt(zone, Date.UTC(year, 0, 1));
  while (changeMs !== null && changeMs < Date.UTC(year + 1, 0, 1)) {
    for (const aroundMs of [-HOUR_MS, -1, 0, 1, HOUR_MS]) instants.push(changeMs + aroundMs);
    changeMs = nextTransitionAt(zone, changeMs);
  }
  return instants;
}

describe("local time agrees with Temporal", () => {
  it("in every zone", { timeout: 60_000 }, () => {
    for (const [index, zone] of zones.entries()) {
      const year = 2000 + ((index * 7) % 49);
      for (const atMs of instantsOf(zone, year, FROM_MS + ((index * 7_919_777_777) % (TO_MS - FROM_MS)))) {
        const there = zoned(zone, atMs);
        const seen = {
          offset: offsetMinutesAt(zone, atMs),
          minute: minuteOfDayAt(zone, atMs),
          weekday: isoWeekdayAt(zone, atMs),
        };
        const expected = {
          offset: there.offsetNanoseconds / 60e9,
          minute: there.hour * 60 + there.minute,
          weekday: there.dayOfWeek,
        };
        expect({ zone, atMs, ...seen }).toEqual({ zone, atMs, ...expected });
      }
    }
  });

  it("for wall times that are skipped or happen twice", { timeout: 60_000 }, () => {
    const wall = fc.record({
      zone: fc.constantFrom(...zones),
      nearMs: fc.integer({ min: FROM_MS, max: TO_MS }),
      aroundMinutes: fc.integer({ min: -180, max: 180 }),
      isNearChange: fc.boolean(),
    });
    fc.assert(
      fc.property(wall, ({ zone, nearMs, aroundMinutes, isNearChange }) => {
        const baseMs = (isNearChange ? nextTransitionAt(zone, nearMs) : null) ?? nearMs;
        const localMs =
          Math.floor((baseMs + offsetMinutesAt(zone, baseMs) * 60_000) / 60_000) * 60_000 + aroundMinutes * 60_000;
        const plain = Temporal.Instant.fromEpochMilliseconds(localMs).toZonedDateTimeISO("UTC").toPlainDateTime();
        expect(instantOfLocal(zone, localMs)).toBe(
          plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("nextLocalTime", () => {
  it("is the first such time, in every zone", { timeout: 60_000 }, () => {
    const ask = fc.record({
      zone: fc.constantFrom(...zones),
      afterMs: fc.integer({ min: FROM_MS, max: TO_MS }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
      minuteOfDay: fc.integer({ min: 0, max: 1439 }),
    });
    fc.assert(
      fc.property(ask, ({ zone, afterMs, weekdays, minuteOfDay }) => {
        const firstDay = zoned(zone, afterMs).toPlainDate().subtract({ days: 1 });
        const expected = Array.from({ length: 11 }, (_, day) => firstDay.add({ days: day }))
          .filter((day) => weekdays.length === 0 || weekdays.includes(day.dayOfWeek))
          .map(
            (day) =>
              day
                .toPlainDateTime({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 })
                .toZonedDateTime(zone).epochMilliseconds,
          )
          .find((atMs) => atMs > afterMs);
        expect(nextLocalTime(zone, afterMs, { weekdays, minuteOfDay })).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("moves on over a skipped hour and takes the first of two", () => {
    const after = (day: number, month: number) => Date.UTC(2026, month, day - 1, 12);
    const at = (afterMs: number) => nextLocalTime("Europe/Berlin", afterMs, { weekdays: [], minuteOfDay: 150 });
    expect(new Date(at(after(29, 2))).toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect(new Date(at(after(25, 9))).toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(at(at(after(25, 9)))).toBe(Date.UTC(2026, 9, 26, 1, 30));
  });
});

it("knows zones and counts what is none as UTC", () => {
  expect(isZone("Asia/Kathmandu")).toBe(true);
  expect(isZone("Mars/Olympus")).toBe(false);
  expect(offsetMinutesAt("Mars/Olympus", FROM_MS)).toBe(0);
  expect(offsetMinutesAt("Asia/Kathmandu", FROM_MS)).toBe(345);
});
