import { stages } from "@/lib/journey/stages";
import type { ReportInput, ReportStay } from "@/lib/metrics/report-input";
import { stayWentOn } from "@/lib/metrics/went-on";
import { addValues, type Confidence, confidenceOf, rangeOf, type Stay, stayValues } from "@/lib/metrics/stay-forecast";

const DAY_MS = 86_400_000;

export interface ForecastRow {
  stage: string;
  name: string;
  /** Null with too little history. */
  entry: { medianMs: number; lowMs: number; highMs: number; confidence: Confidence } | null;
  blockers: string[];
}

/** When the account is likely to enter every later stage, from this workspace's own stays. */
export function prepareForecast(
  { nowMs, account, stays }: Pick<ReportInput, "nowMs" | "account" | "stays">,
  openCriteria: readonly string[],
): ForecastRow[] {
  const place = stages.findIndex((stage) => stage.id === account.stage);
  if (place < 0 || account.stageEnteredAtMs === null) return [];
  const soFar = (nowMs - account.stageEnteredAtMs) / DAY_MS;
  let ahead =
    stayValues(staysIn(stays, stages[place]?.id ?? "", nowMs, account.id), soFar)?.map((days) => days - soFar) ?? null;
  return stages.slice(place + 1).map((stage, step) => {
    const range = ahead && rangeOf(ahead);
    const row: ForecastRow = {
      stage: stage.id,
      name: stage.name,
      entry: range && {
        medianMs: nowMs + range.median * DAY_MS,
        lowMs: nowMs + range.low * DAY_MS,
        highMs: nowMs + range.high * DAY_MS,
        confidence: confidenceOf(range),
      },
      blockers: step === 0 ? [...openCriteria] : [`Follows ${stages[place + step]?.name}`],
    };
    const next = stayValues(staysIn(stays, stage.id, nowMs, account.id), 0);
    ahead = ahead && next && addValues(ahead, next);
    return row;
  });
}

/** Total days the current stay is forecast to take, median; null with too little history. */
export function forecastStayDays(
  stays: readonly ReportStay[],
  stage: string,
  daysSoFar: number,
  nowMs: number,
  accountId: string,
): number | null {
  const values = stayValues(staysIn(stays, stage, nowMs, accountId), daysSoFar);
  return values && rangeOf(values).median;
}

function staysIn(stays: readonly ReportStay[], stage: string, nowMs: number, exceptAccountId: string): Stay[] {
  const wentOn = stayWentOn(stays);
  return stays
    .filter((stay) => stay.stage === stage && stay.accountId !== exceptAccountId)
    .map((stay) => ({ days: ((stay.leftAtMs ?? nowMs) - stay.enteredAtMs) / DAY_MS, ended: wentOn(stay) }));
}
