import { seatUse, type SignalInput } from "@/lib/health/signals";

/** Traits of an account computed from its days of use, so that rules and criteria can ask for them. */
export function derivedTraits(input: SignalInput): Record<string, number | null> {
  const { use } = input;
  const before = use.activePeopleBefore;
  return {
    active_users: use.activePeople,
    daily_use_weeks: use.dailyUseWeeks,
    features_activated: use.byName.feature_activated?.total ?? 0,
    use_cases: use.byName.use_case_started?.total ?? 0,
    team_growth: (use.byName.user_added?.last90 ?? 0) - (use.byName.user_removed?.last90 ?? 0),
    seat_use: seatUse(input),
    /** Change of people active in 28 days against the 28 before, percent. */
    usage_change: before === 0 ? null : Math.round((100 * (use.activePeople - before)) / before),
  };
}
