import type { HealthComponent } from "@/lib/health/health";
import { formatShortDay } from "@/lib/metrics/format-day";
import type { ForecastRow } from "@/lib/metrics/report-forecast";
import type { Gate } from "@/lib/metrics/report-gate";

const DAY_MS = 86_400_000;

export interface HeadlineInput {
  nowMs: number;
  stageName: string | null;
  daysInStage: number | null;
  gate: Gate;
  forecast: readonly ForecastRow[];
  components: readonly (HealthComponent & { change: number | null; movedBy: string | null })[];
  risks: readonly { text: string }[];
  /** How many stays the forecast is drawn from. */
  stays: number;
}

export interface Headline {
  title: string;
  cause: string;
  forecast: string;
}

const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const word = (count: number): string => numbers[count] ?? String(count);
const days = (count: number): string => `${count} ${count === 1 ? "day" : "days"}`;

/** One sentence that says where the account stands, one with the cause and one with the forecast. Template based. */
export function prepareHeadline(input: HeadlineInput): Headline {
  if (input.stageName === null)
    return {
      title: "This account has no stage yet",
      cause: "It is placed when its contract starts or the lifecycle goes live.",
      forecast: "",
    };
  return { title: `${place(input)}; ${gateWords(input.gate)}`, cause: causeOf(input), forecast: forecastOf(input) };
}

function place({ stageName, daysInStage, gate, nowMs, forecast }: HeadlineInput): string {
  if (gate.planEndMs === null) return `${stageName} for ${days(Math.round(daysInStage ?? 0))}`;
  const over = Math.floor((nowMs - gate.planEndMs) / DAY_MS);
  if (over > 0) return `${stageName} is ${days(over)} behind plan`;
  const entry = forecast[0]?.entry;
  const late = entry ? Math.round((entry.medianMs - gate.planEndMs) / DAY_MS) : 0;
  if (late > 0) return `${stageName} is likely to end ${days(late)} after plan`;
  return `${stageName} is on plan, ${days(Math.round((gate.planEndMs - nowMs) / DAY_MS))} left`;
}

function gateWords({ criteria }: Gate): string {
  if (criteria.length === 0) return "it has no exit criteria";
  const met = criteria.filter((row) => row.state === "met" || row.state === "waived").length;
  if (criteria.length === 1) return met === 1 ? "its exit criterion is met" : `"${criteria[0]?.name}" is still open`;
  if (met === criteria.length) return "all exit criteria are met";
  return `${word(met)} of ${word(criteria.length)} exit criteria ${met === 1 ? "is" : "are"} met`;
}

function causeOf({ components, risks }: HeadlineInput): string {
  const moved = components
    .filter((one) => Math.abs(one.change ?? 0) >= 5)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))[0];
  if (moved) {
    const change = Math.round(moved.change ?? 0);
    const by = moved.movedBy ? `, most by ${moved.movedBy.charAt(0).toLowerCase()}${moved.movedBy.slice(1)}` : "";
    return `${moved.name} ${change < 0 ? "fell" : "rose"} by ${Math.abs(change)} points in 30 days${by}.`;
  }
  if (risks[0]) return `${risks[0].text}.`;
  return components.some((one) => one.change !== null)
    ? "No part of its health moved by 5 points in 30 days."
    : "Its health has not been recorded for 30 days yet.";
}

function forecastOf({ forecast, nowMs, stays }: HeadlineInput): string {
  const [next] = forecast;
  if (!next) return "";
  if (!next.entry) return `Too few accounts have left this stage to say when ${next.name} begins.`;
  const { medianMs, lowMs, highMs } = next.entry;
  const on = (ms: number) => formatShortDay(ms, nowMs);
  return `From ${stays} stays of other accounts, ${next.name} begins about ${on(medianMs)} (80% between ${on(lowMs)} and ${on(highMs)}).`;
}
