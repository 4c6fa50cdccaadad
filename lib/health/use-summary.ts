/** One row of `account_day`: how often something happened at an account on a day, and who was there. */
export interface UseDay {
  /** ISO date, UTC. */
  day: string;
  name: string;
  count: number;
  persons: readonly string[];
}

export interface NameUse {
  last28: number;
  before28: number;
  last90: number;
  last365: number;
  total: number;
}

/** What an account's days of use say, ready for signals. "28" windows end on the day asked about, included. */
export interface UseSummary {
  byName: Readonly<Record<string, NameUse>>;
  /** Distinct people active in the last 28 days, and in the 28 before. */
  activePeople: number;
  activePeopleBefore: number;
  /** Distinct days of use in the last 28. */
  activeDays: number;
  /** Full working weeks in a row, the latest first, with somebody active on at least 4 of 5 working days (RULES S33). */
  dailyUseWeeks: number;
}

const DAY_MS = 86_400_000;
const WORKING_DAYS_MIN = 4;
const WEEKS_MAX = 13;

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
/** Monday is 0; 1970-01-01 was a Thursday. */
const weekday = (number: number): number => (number + 3) % 7;

/** Summarise days of use as of `today` (ISO date); later rows are ignored. `active` names the events that mean somebody used it. */
export function summariseUse(rows: readonly UseDay[], today: string, active: ReadonlySet<string>): UseSummary {
  const now = dayNumber(today);
  const byName: Record<string, NameUse> = {};
  const people = new Set<string>();
  const peopleBefore = new Set<string>();
  const activeDays = new Set<number>();
  for (const row of rows) {
    const age = now - dayNumber(row.day);
    if (age < 0) continue;
    byName[row.name] ??= { last28: 0, before28: 0, last90: 0, last365: 0, total: 0 };
    const use = byName[row.name] as NameUse;
    use.total += row.count;
    if (age < 365) use.last365 += row.count;
    if (age < 90) use.last90 += row.count;
    if (age < 28) use.last28 += row.count;
    else if (age < 56) use.before28 += row.count;
    if (!active.has(row.name) || row.count === 0) continue;
    activeDays.add(dayNumber(row.day));
    if (age < 28) for (const person of row.persons) people.add(person);
    else if (age < 56) for (const person of row.persons) peopleBefore.add(person);
  }
  return {
    byName,
    activePeople: people.size,
    activePeopleBefore: peopleBefore.size,
    activeDays: [...activeDays].filter((day) => now - day < 28).length,
    dailyUseWeeks: countWeeks(activeDays, now),
  };
}

/** A week counts once its Friday is over. */
function countWeeks(activeDays: ReadonlySet<number>, now: number): number {
  const mondayNow = now - weekday(now);
  const isWeekOver = weekday(now) > 4;
  for (let weeks = 0; weeks < WEEKS_MAX; weeks++) {
    const monday = mondayNow - 7 * (weeks + (isWeekOver ? 0 : 1));
    const used = [0, 1, 2, 3, 4].filter((offset) => activeDays.has(monday + offset)).length;
    if (used < WORKING_DAYS_MIN) return weeks;
  }
  return WEEKS_MAX;
}
