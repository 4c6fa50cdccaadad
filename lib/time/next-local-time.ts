import { isoWeekdayOfDay } from "@/lib/time/local-clock";
import { offsetMsAt } from "@/lib/time/zone-table";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** One day back for zones that jumped, a week ahead, and one more because a wall time can move past midnight. */
const DAYS_TRIED_MAX = 10;

/**
 * The instant of a wall-clock time given as ms since 1970 as if it were UTC. A time skipped by the clocks moves
 * on by the length of the gap; a time that happens twice is the first (Temporal's "compatible").
 */
export function instantOfLocal(zone: string, localMs: number): number {
  const before = offsetMsAt(zone, localMs - DAY_MS);
  const after = offsetMsAt(zone, localMs + DAY_MS);
  if (before === after) return localMs - before;
  const early = localMs - before;
  const late = localMs - after;
  const earlyHolds = offsetMsAt(zone, early) === before;
  const lateHolds = offsetMsAt(zone, late) === after;
  if (earlyHolds && lateHolds) return Math.min(early, late);
  return lateHolds ? late : early;
}

/**
 * The first instant after `afterMs` (strictly) at which the zone's clocks show `minuteOfDay` on one of the ISO
 * weekdays (1 = Monday); no weekdays means every day.
 */
export function nextLocalTime(
  zone: string,
  afterMs: number,
  { weekdays, minuteOfDay }: { weekdays: readonly number[]; minuteOfDay: number },
): number {
  const today = Math.floor((afterMs + offsetMsAt(zone, afterMs)) / DAY_MS);
  for (let day = today - 1; day < today + DAYS_TRIED_MAX; day++) {
    if (weekdays.length > 0 && !weekdays.includes(isoWeekdayOfDay(day))) continue;
    const atMs = instantOfLocal(zone, day * DAY_MS + minuteOfDay * MINUTE_MS);
    if (atMs > afterMs) return atMs;
  }
  return afterMs + 7 * DAY_MS; // only when no weekday is one of 1…7
}
