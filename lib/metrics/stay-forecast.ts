/** A stay in a stage: how long so far, and whether it has ended. */
export interface Stay {
  days: number;
  ended: boolean;
}

/** Fewer ended stays than this say too little to forecast from. */
export const STAYS_MIN = 8;
/** … and this many must have lasted longer than the account has been there. */
export const LONGER_STAYS_MIN = 4;
/** A distribution is kept as this many equally likely values. */
const POINTS = 40;

/** Total days of a stay that has lasted `daysSoFar`, as equally likely values in ascending order; null with too little history.
 * Kaplan–Meier survival of ended and open stays, conditional on having lasted so far; the largest observation is
 * taken as ended (Efron 1967), so that every quantile exists. */
export function stayValues(stays: readonly Stay[], daysSoFar: number): number[] | null {
  const ended = stays.filter((stay) => stay.ended);
  if (ended.length < STAYS_MIN || ended.filter((stay) => stay.days > daysSoFar).length < LONGER_STAYS_MIN) return null;
  const curve = survival(stays);
  const aliveNow = curve.findLast(([day]) => day <= daysSoFar)?.[1] ?? 1;
  const ahead = curve.filter(([day]) => day > daysSoFar);
  const last = ahead.at(-1)?.[0] ?? daysSoFar;
  let place = 0;
  return Array.from({ length: POINTS }, (_, point) => {
    const left = aliveNow * (1 - (point + 0.5) / POINTS);
    while (place < ahead.length - 1 && (ahead[place]?.[1] ?? 0) > left) place++;
    return ahead[place]?.[0] ?? last;
  });
}

/** Steps of the Kaplan–Meier curve in order of days: the share still there just after each. One sort, one pass. */
function survival(stays: readonly Stay[]): [day: number, alive: number][] {
  const sorted = [...stays].sort((a, b) => a.days - b.days);
  const curve: [number, number][] = [];
  let alive = 1;
  for (let from = 0; from < sorted.length; ) {
    const day = sorted[from]?.days ?? 0;
    let to = from;
    let left = 0;
    for (; to < sorted.length && sorted[to]?.days === day; to++) if (sorted[to]?.ended) left++;
    if (to === sorted.length) left = to - from;
    alive *= 1 - left / (sorted.length - from);
    curve.push([day, alive]);
    from = to;
  }
  return curve;
}

/** The sum of two independent distributions, again as equally likely values. */
export function addValues(a: readonly number[], b: readonly number[]): number[] {
  const sums = a.flatMap((x) => b.map((y) => x + y)).sort((x, y) => x - y);
  return Array.from({ length: POINTS }, (_, point) => quantile(sums, (point + 0.5) / POINTS));
}

/** Nearest-rank quantile of ascending values. */
export function quantile(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.max(0, Math.ceil(share * values.length) - 1))] ?? Number.NaN;
}

export interface Range {
  median: number;
  /** The 80% range: from the 10th to the 90th percentile. */
  low: number;
  high: number;
}

export function rangeOf(values: readonly number[]): Range {
  return { median: quantile(values, 0.5), low: quantile(values, 0.1), high: quantile(values, 0.9) };
}

export type Confidence = "H" | "M" | "L";

/** High when the 80% range is at most 30 days, medium up to 90, else low (RULES S33). */
export function confidenceOf({ low, high }: Range): Confidence {
  return high - low <= 30 ? "H" : high - low <= 90 ? "M" : "L";
}
