import { stages, STUCK_FACTOR, stageOf } from "@/lib/journey/stages";
import { quantile } from "@/lib/metrics/stay-forecast";

const DAY_MS = 86_400_000;
/** Below this many cases a rate says more about chance than about the work. */
export const CASES_MIN = 5;
const COMPLETION_AGE_DAYS = 365;

export interface StageStay {
  accountId: string;
  stage: string;
  enteredAtMs: number;
  leftAtMs: number | null;
}

export interface FiveMetricsInput {
  nowMs: number;
  accounts: readonly {
    id: string;
    contractStartMs: number | null;
    stage: string | null;
    stageEnteredAtMs: number | null;
  }[];
  stays: readonly StageStay[];
  /** Touchpoints of the last 90 days that reached somebody. */
  touchpoints: { reached: number; answered: number; answeredOrOpened: number };
}

export interface Metric {
  id: "stage_progression" | "time_to_value" | "touchpoint_engagement" | "journey_completion" | "stage_drop_off";
  name: string;
  description: string;
  unit: "%" | "d";
  /** Null below the named minimum of cases. */
  value: number | null;
  /** How many cases it is computed from. */
  n: number;
  target: number;
  better: "above" | "below";
  isOnTarget: boolean | null;
  /** How it is computed. */
  formula: string;
  note: string | null;
}

/** The five measures of the lifecycle with their targets (formulas: RULES S33). */
export function prepareFiveMetrics(input: FiveMetricsInput): Metric[] {
  return [progression(input), timeToValue(input), engagement(input), completion(input), dropOff(input)];
}

const order = (stage: string): number => stages.findIndex((one) => one.id === stage);

function metric(
  base: Omit<Metric, "value" | "isOnTarget" | "note">,
  value: number | null,
  note: string | null = null,
): Metric {
  const known = base.n >= CASES_MIN ? value : null;
  const isOnTarget = known === null ? null : base.better === "above" ? known > base.target : known < base.target;
  return { ...base, value: known, isOnTarget, note };
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);

/** Stays that had a plan and are decided: left forward, or still there past the plan. */
function progression({ stays, nowMs }: FiveMetricsInput): Metric {
  let onTime = 0;
  let decided = 0;
  for (const stay of stays) {
    const expected = stageOf(stay.stage)?.expectedDays;
    if (!expected) continue;
    const days = ((stay.leftAtMs ?? nowMs) - stay.enteredAtMs) / DAY_MS;
    if (stay.leftAtMs !== null && wentForward(stay, stays)) {
      decided++;
      if (days <= expected) onTime++;
    } else if (stay.leftAtMs === null && days > expected) decided++;
  }
  return metric(
    {
      id: "stage_progression",
      name: "Stage progression rate",
      description: "Advancing on schedule",
      unit: "%",
      n: decided,
      target: 75,
      better: "above",
      formula: "Stays left for a later stage within the planned days, of all so left and all open past their plan",
    },
    percent(onTime, decided),
  );
}

function nextOf(stay: StageStay, stays: readonly StageStay[]): StageStay | null {
  let next: StageStay | null = null;
  for (const one of stays) {
    if (
      one.accountId === stay.accountId &&
      one.enteredAtMs > stay.enteredAtMs &&
      (next === null || one.enteredAtMs < next.enteredAtMs)
    )
      next = one;
  }
  return next;
}

function wentForward(stay: StageStay, stays: readonly StageStay[]): boolean {
  const next = nextOf(stay, stays);
  return next !== null && order(next.stage) > order(stay.stage);
}

function timeToValue({ accounts, stays }: FiveMetricsInput): Metric {
  const days = accounts
    .flatMap((account) => {
      const reached = stays
        .filter((stay) => stay.accountId === account.id && stay.stage === "adoption")
        .map((stay) => stay.enteredAtMs);
      return account.contractStartMs === null || reached.length === 0
        ? []
        : [(Math.min(...reached) - account.contractStartMs) / DAY_MS];
    })
    .sort((a, b) => a - b);
  return metric(
    {
      id: "time_to_value",
      name: "Time to value",
      description: "Days to the Adoption stage",
      unit: "d",
      n: days.length,
      target: 90,
      better: "below",
      formula: "Median days from contract start to entering Adoption, of accounts that did",
    },
    days.length === 0 ? null : quantile(days, 0.5),
  );
}

function engagement({ touchpoints: { reached, answered, answeredOrOpened } }: FiveMetricsInput): Metric {
  const withOpens = percent(answeredOrOpened, reached);
  return metric(
    {
      id: "touchpoint_engagement",
      name: "Touchpoint engagement",
      description: "Response rate to touchpoints",
      unit: "%",
      n: reached,
      target: 40,
      better: "above",
      formula: "Touchpoints of 90 days with a click, reply or reached outcome, of all that arrived",
    },
    percent(answered, reached),
    withOpens === null ? null : `${Math.round(withOpens)}% with opens, which are unreliable`,
  );
}

function completion({ accounts, stays, nowMs }: FiveMetricsInput): Metric {
  const old = accounts.filter(
    (account) => account.contractStartMs !== null && nowMs - account.contractStartMs >= COMPLETION_AGE_DAYS * DAY_MS,
  );
  const reached = new Set(stays.filter((stay) => stay.stage === "maturity").map((stay) => stay.accountId));
  return metric(
    {
      id: "journey_completion",
      name: "Journey completion",
      description: "Reaching Maturity",
      unit: "%",
      n: old.length,
      target: 60,
      better: "above",
      formula: "Accounts that reached Maturity, of those started at least 365 days ago",
    },
    percent(old.filter((account) => reached.has(account.id)).length, old.length),
  );
}

function dropOff({ accounts, stays, nowMs }: FiveMetricsInput): Metric {
  const staged = accounts.filter((account) => stageOf(account.stage) !== null);
  const lost = staged.filter((account) => isStuck(account, nowMs) || hasRegressed(account.id, stays));
  return metric(
    {
      id: "stage_drop_off",
      name: "Stage drop-off",
      description: "Stuck or regressing",
      unit: "%",
      n: staged.length,
      target: 15,
      better: "below",
      formula: `Accounts in their stage longer than ${STUCK_FACTOR} times the plan, or whose last move went back, of all with a stage`,
    },
    percent(lost.length, staged.length),
  );
}

export function isStuck(account: { stage: string | null; stageEnteredAtMs: number | null }, nowMs: number): boolean {
  const expected = stageOf(account.stage)?.expectedDays;
  return (
    expected != null &&
    account.stageEnteredAtMs !== null &&
    nowMs - account.stageEnteredAtMs > STUCK_FACTOR * expected * DAY_MS
  );
}

function hasRegressed(accountId: string, stays: readonly StageStay[]): boolean {
  const own = stays.filter((stay) => stay.accountId === accountId).sort((a, b) => a.enteredAtMs - b.enteredAtMs);
  const [before, now] = [own.at(-2), own.at(-1)];
  return before !== undefined && now !== undefined && order(now.stage) < order(before.stage);
}
