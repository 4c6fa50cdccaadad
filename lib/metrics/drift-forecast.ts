export interface DriftPoint {
  value: number;
  low: number;
  high: number;
}

/** Fewer weeks than this say too little about the weeks to come. */
export const WEEKS_MIN = 8;
/** Standard normal quantile of the 80% range. */
const Z_80 = 1.2816;

/** Random walk with drift, `ahead` steps on: the last value moved by the mean change, with an 80% range that widens as
 * σ √(h (1 + h / (T − 1))), never below 0. Source: Hyndman and Athanasopoulos, Forecasting, section 5.5. Null when too short. */
export function forecastDrift(values: readonly number[], ahead: number): DriftPoint[] | null {
  if (values.length < WEEKS_MIN) return null;
  const changes = values.slice(1).map((value, place) => value - (values[place] ?? 0));
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const sigma = Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (changes.length - 1));
  const last = values.at(-1) ?? 0;
  return Array.from({ length: ahead }, (_, place) => {
    const h = place + 1;
    const half = Z_80 * sigma * Math.sqrt(h * (1 + h / changes.length));
    const value = last + h * mean;
    return { value: Math.max(0, value), low: Math.max(0, value - half), high: Math.max(0, value + half) };
  });
}
