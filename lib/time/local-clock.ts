import { offsetMsAt } from "@/lib/time/zone-table";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Minutes local time is ahead of UTC at that instant. */
export function offsetMinutesAt(zone: string, atMs: number): number {
  return offsetMsAt(zone, atMs) / MINUTE_MS;
}

/** Local minute of the day, 0…1439. */
export function minuteOfDayAt(zone: string, atMs: number): number {
  const localMs = atMs + offsetMsAt(zone, atMs);
  return Math.floor((localMs - Math.floor(localMs / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/** Local weekday, 1 = Monday … 7 = Sunday. */
export function isoWeekdayAt(zone: string, atMs: number): number {
  return isoWeekdayOfDay(Math.floor((atMs + offsetMsAt(zone, atMs)) / DAY_MS));
}

/** Weekday of a day counted from 1970-01-01 (a Thursday), 1 = Monday … 7 = Sunday. */
export function isoWeekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
