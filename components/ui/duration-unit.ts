export type DurationUnit = "minutes" | "hours" | "days" | "weeks";

const lengthMs = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
} as const satisfies Record<DurationUnit, number>;

/** The largest unit that says the duration in whole numbers: 172,800,000 ms are 2 days. */
export function splitDuration(durationMs: number): { amount: number; unit: DurationUnit } {
  for (const unit of ["weeks", "days", "hours"] as const) {
    if (durationMs >= lengthMs[unit] && durationMs % lengthMs[unit] === 0) {
      return { amount: durationMs / lengthMs[unit], unit };
    }
  }
  return { amount: durationMs / lengthMs.minutes, unit: "minutes" };
}

export function joinDuration(amount: number, unit: DurationUnit): number {
  return Math.round(amount * lengthMs[unit]);
}
