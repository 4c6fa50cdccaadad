import type { Risk } from "@/lib/health/risks";
import type { Gate } from "@/lib/metrics/report-gate";
import type { ReportTouchpoint } from "@/lib/metrics/report-input";

export interface Advice {
  text: string;
  /** The rule or reading it comes from. */
  source: string;
}

export interface Recommendations {
  acceleration: Advice[];
  mitigation: Advice[];
  optimization: Advice[];
}

const ADVICE_MAX = 3;
/** Touchpoints on a channel before its response says anything. */
const CHANNEL_MIN = 3;
/** Percentage points between two channels before one is preferred. */
const CHANNEL_GAP = 20;

/** What would help, each from a named rule; an empty list means no rule fired. */
export function prepareRecommendations(input: {
  gate: Gate;
  stageName: string | null;
  risks: readonly Risk[];
  touchpoints: readonly ReportTouchpoint[];
}): Recommendations {
  const { gate, stageName } = input;
  const open = gate.criteria.filter((row) => row.state !== "met" && row.state !== "waived");
  const order = { late: 0, at_risk: 1, open: 2, met: 3, waived: 3 } as const;
  const acceleration = [
    ...[...open]
      .sort((a, b) => order[a.state] - order[b.state])
      .map((row) => ({
        text: `Reach "${row.name}"${row.value ? ` (now ${row.value})` : ""}`,
        source: `Exit criterion of ${stageName ?? "the stage"}, ${lowerFirst(row.when)}`,
      })),
    ...gate.objectives
      .filter((row) => row.status !== "met")
      .map((row) => ({
        text: `Move "${row.name}" from ${lowerFirst(row.current)} to ${row.target}`,
        source: `Objective of ${stageName ?? "the stage"}`,
      })),
  ];
  return {
    acceleration: acceleration.slice(0, ADVICE_MAX),
    mitigation: input.risks.slice(0, ADVICE_MAX).map((risk) => ({ text: risk.advice, source: risk.source })),
    optimization: byChannel(input.touchpoints),
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function byChannel(touchpoints: readonly ReportTouchpoint[]): Advice[] {
  const channels = [...new Set(touchpoints.map((one) => one.channel))]
    .map((channel) => {
      const all = touchpoints.filter((one) => one.channel === channel);
      const answered = all.filter((one) => one.responded).length;
      return { channel, n: all.length, answered, percent: (100 * answered) / all.length };
    })
    .filter((one) => one.n >= CHANNEL_MIN)
    .sort((a, b) => b.percent - a.percent);
  const [best] = channels;
  const worst = channels.at(-1);
  if (!best || !worst || best.percent - worst.percent < CHANNEL_GAP) return [];
  return [
    {
      text: `Prefer ${best.channel.toLowerCase()} over ${worst.channel.toLowerCase()} for the next touchpoint`,
      source: `Responses: ${best.answered} of ${best.n} by ${best.channel.toLowerCase()}, ${worst.answered} of ${worst.n} by ${worst.channel.toLowerCase()}`,
    },
  ];
}
