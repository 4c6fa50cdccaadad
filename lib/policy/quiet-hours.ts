import type { Policy } from "@/lib/policy/policy";
import { minuteOfDayAt } from "@/lib/time/local-clock";
import { nextTransitionAt } from "@/lib/time/zone-table";

type Hours = Pick<Policy["quietHours"], "fromMinute" | "toMinute">;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

function isQuietMinute(minute: number, { fromMinute, toMinute }: Hours): boolean {
  if (fromMinute <= toMinute) return minute >= fromMinute && minute < toMinute;
  return minute >= fromMinute || minute < toMinute;
}

/** Is it quiet on the zone's clocks at that instant? Equal ends mean never; from > to spans midnight. */
export function isQuiet(hours: Hours, zone: string, atMs: number): boolean {
  return isQuietMinute(minuteOfDayAt(zone, atMs), hours);
}

/**
 * The first instant from `nowMs` on that is not quiet: `nowMs` itself when it is not, null when it is quiet round
 * the clock. Exact where the clocks change during the night.
 */
export function quietUntil(hours: Hours, zone: string, nowMs: number): number | null {
  if (!isQuiet(hours, zone, nowMs)) return nowMs;
  if (hours.fromMinute === 0 && hours.toMinute === DAY_MINUTES) return null;
  let atMs = nowMs;
  // Each round ends the night or crosses one change of the clocks; a third change within a night does not occur.
  for (let round = 0; round < 4; round++) {
    const minute = minuteOfDayAt(zone, atMs);
    const leftMinutes = (hours.toMinute - minute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
    const endMs = Math.floor(atMs / MINUTE_MS) * MINUTE_MS + leftMinutes * MINUTE_MS;
    const changeMs = nextTransitionAt(zone, atMs);
    if (changeMs === null || changeMs > endMs) return endMs;
    if (!isQuiet(hours, zone, changeMs)) return changeMs;
    atMs = changeMs;
  }
  return atMs;
}
