const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** "22 May 2026", in UTC. */
export function formatDay(ms: number): string {
  return day.format(ms);
}

/** "22 May" for dates in the year of `nowMs`, else with the year. */
export function formatShortDay(ms: number, nowMs: number): string {
  return new Date(ms).getUTCFullYear() === new Date(nowMs).getUTCFullYear() ? short.format(ms) : day.format(ms);
}

/** ISO date of a time, in UTC. */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
