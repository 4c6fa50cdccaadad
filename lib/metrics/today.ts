const DAY_MS = 86_400_000;

export interface TodayAccount {
  id: string;
  name: string;
  stage: string | null;
  arr: number | null;
  journeyHealth: number | null;
  risks: readonly { text: string; advice: string }[];
  task: { title: string; dueAtMs: number } | null;
}

export interface TodayRow {
  id: string;
  name: string;
  stage: string | null;
  /** Why now, one clause with its cause. */
  why: string;
  action: string;
  dueAtMs: number | null;
  isLate: boolean;
  /** The terms of the order: ARR × chance to miss × urgency. */
  terms: { arr: number; missChance: number; urgency: number };
  atStake: number;
}

/** Without a journey health, even odds. */
const UNKNOWN_CHANCE = 0.5;
const DUE_SOON_DAYS = 2;

/** Accounts that need somebody today, by expected ARR at stake = ARR × chance to miss the gate × urgency. The chance is what
 * Journey Health lacks to 100; urgency is 1 for a late task, 0.7 for one due in two days, 0.5 for a risk alone. */
export function prepareToday(accounts: readonly TodayAccount[], nowMs: number): TodayRow[] {
  return accounts
    .flatMap((account) => {
      const dueInDays = account.task ? (account.task.dueAtMs - nowMs) / DAY_MS : null;
      const isLate = dueInDays !== null && dueInDays < 0;
      const isSoon = dueInDays !== null && dueInDays <= DUE_SOON_DAYS;
      if (!isLate && !isSoon && account.risks.length === 0) return [];
      const arr = account.arr ?? 0;
      const missChance = account.journeyHealth === null ? UNKNOWN_CHANCE : 1 - account.journeyHealth / 100;
      const urgency = isLate ? 1 : isSoon ? 0.7 : 0.5;
      return [
        {
          id: account.id,
          name: account.name,
          stage: account.stage,
          why: whyOf(account, dueInDays),
          action:
            account.task && (isLate || isSoon)
              ? account.task.title
              : (account.risks[0]?.advice ?? "Look at the report"),
          dueAtMs: account.task?.dueAtMs ?? null,
          isLate,
          terms: { arr, missChance, urgency },
          atStake: arr * missChance * urgency,
        },
      ];
    })
    .sort((a, b) => b.atStake - a.atStake || (a.name < b.name ? -1 : 1));
}

function whyOf({ task, risks }: TodayAccount, dueInDays: number | null): string {
  const risk = risks[0]?.text;
  if (task && dueInDays !== null && dueInDays < 0) {
    const days = Math.max(1, Math.floor(-dueInDays));
    return `${task.title} is ${days} ${days === 1 ? "day" : "days"} late${risk ? `; ${risk.charAt(0).toLowerCase()}${risk.slice(1)}` : ""}`;
  }
  return risk ?? `${task?.title ?? "A task"} is due`;
}
