import type { JourneyReport } from "@/lib/metrics/journey-report";
import { formatShortDay } from "@/lib/metrics/format-day";

const DAY_MS = 86_400_000;
const LANES = 4;
/** Widths are planned for this many pixels; a label that would not fit there is moved, then clustered. */
const PLAN_PX = 1280;
const CHAR_PX = 6.3;
const DOT_PX = 14;
const CLUSTER_SHARE = 0.008;

export interface TimelineBar {
  id: string;
  name: string;
  status: "done" | "now" | "planned";
  left: number;
  width: number;
}

export interface TimelineEvent {
  at: number;
  lane: number;
  side: "left" | "right";
  label: string;
  family: string;
  title: string;
}

/** Positions as shares of the width, 0…1. */
export interface Timeline {
  bars: TimelineBar[];
  overlays: { id: string; name: string; left: number; width: number }[];
  today: number;
  forecast: { left: number; width: number; median: number; label: string } | null;
  events: TimelineEvent[];
}

/** Place stages, today, the forecast exit and events on one line of time. Labels go right of their dot, left where they
 * would cross Today, and to the first lane that is free; what fits nowhere is a dot
 * alone, and events of the same days are one ("3 events"). */
export function prepareTimeline(report: JourneyReport): Timeline | null {
  const placed = report.track.stages.filter((stage) => stage.startMs !== null && stage.endMs !== null);
  const startMs = Math.min(...placed.map((stage) => stage.startMs ?? Number.POSITIVE_INFINITY));
  const endMs = Math.max(...placed.map((stage) => stage.endMs ?? 0));
  if (placed.length === 0 || endMs <= startMs) return null;
  const at = (ms: number) => Math.min(1, Math.max(0, (ms - startMs) / (endMs - startMs)));
  const today = at(report.nowMs);
  const next = report.forecast[0]?.entry ?? null;
  const lateDays =
    next && report.gate.planEndMs !== null ? Math.round((next.medianMs - report.gate.planEndMs) / DAY_MS) : 0;
  const renewal = report.account.contractEndMs;
  return {
    bars: placed.map((stage) => ({
      id: stage.id,
      name: stage.name,
      status: stage.status,
      left: at(stage.startMs ?? 0),
      width: at(stage.endMs ?? 0) - at(stage.startMs ?? 0),
    })),
    overlays:
      renewal !== null && renewal > startMs && renewal < endMs
        ? [
            {
              id: "renewal",
              name: "Renewal (overlay)",
              left: at(renewal - 90 * DAY_MS),
              width: at(renewal) - at(renewal - 90 * DAY_MS),
            },
          ]
        : [],
    today,
    forecast: next && {
      left: at(next.lowMs),
      width: at(next.highMs) - at(next.lowMs),
      median: at(next.medianMs),
      label: `forecast exit ${formatShortDay(next.medianMs, report.nowMs)}${lateDays > 0 ? `, ${lateDays} d late` : ""}`,
    },
    events: placeEvents(
      report.landmarks
        .filter((event) => event.atMs >= startMs)
        .map((event) => ({
          at: at(event.atMs),
          label: event.label,
          family: event.family,
          title: `${event.label}, ${formatShortDay(event.atMs, report.nowMs)}`,
        })),
      today,
    ),
  };
}

function placeEvents(
  events: readonly { at: number; label: string; family: string; title: string }[],
  today: number,
): TimelineEvent[] {
  const taken: [from: number, to: number][][] = Array.from({ length: LANES }, () => []);
  const placed: TimelineEvent[] = [];
  for (const event of cluster([...events].sort((a, b) => a.at - b.at))) {
    const width = (event.label.length * CHAR_PX + DOT_PX) / PLAN_PX;
    const side = event.at + width > today || event.at + width > 1 ? "left" : "right";
    const span: [number, number] =
      side === "right" ? [event.at - 0.006, event.at + width] : [event.at - width, event.at + 0.006];
    const isFree = (wanted: [number, number]) =>
      taken.findIndex((spans) => spans.every(([from, to]) => wanted[1] < from || wanted[0] > to));
    const lane = span[0] < 0 ? -1 : isFree(span);
    if (lane >= 0) {
      taken[lane]?.push(span);
      placed.push({ ...event, lane, side });
      continue;
    }
    const dot: [number, number] = [event.at - 0.006, event.at + 0.006];
    const dotLane = Math.max(0, isFree(dot));
    taken[dotLane]?.push(dot);
    placed.push({ ...event, label: "", lane: dotLane, side });
  }
  return placed;
}

function cluster(events: readonly { at: number; label: string; family: string; title: string }[]) {
  const groups: (typeof events)[number][][] = [];
  for (const event of events) {
    const group = groups.at(-1);
    if (group?.[0] && event.at - group[0].at < CLUSTER_SHARE) group.push(event);
    else groups.push([event]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      group.length === 1
        ? first
        : { ...first, label: `${group.length} events`, title: group.map((one) => one.title).join("; ") },
    ];
  });
}
