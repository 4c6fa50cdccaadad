import type { AccountStory } from "@/db/seed/story/account-story";

const ramp = { grower: 120, steady: 110, slow: 240, decliner: 110, churned: 130 } as const;
const top = { grower: 1, steady: 0.82, slow: 0.38, decliner: 0.85, churned: 0.7 } as const;

/** How lively an account is on a day of its contract, 0 to about 1.1. */
export function activityOn(account: AccountStory, day: number): number {
  if (account.outage && day >= account.outage.fromDay && day <= account.outage.toDay) return 0;
  const climbed = 0.35 + 0.65 * Math.min(1, day / ramp[account.course]);
  const beforeGoLive = day < account.goLiveDay ? 0.4 : 1;
  const fallen =
    account.declineDay === null || day < account.declineDay
      ? 1
      : Math.max(0.04, Math.exp(-(day - account.declineDay) / 28));
  const growth = account.course === "grower" ? 1 + 0.1 * Math.min(1, day / 365) : 1;
  return top[account.course] * climbed * beforeGoLive * fallen * growth;
}
