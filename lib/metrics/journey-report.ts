import { meaningfulEvents } from "@/lib/health/event-impact";
import { type HealthBand, type HealthComponent, healthBand, whatMoved } from "@/lib/health/health";
import type { Factor } from "@/lib/health/journey-health";
import type { Risk } from "@/lib/health/risks";
import { overlays, stages, stageOf } from "@/lib/journey/stages";
import { type DriftPoint, forecastDrift } from "@/lib/metrics/drift-forecast";
import { type Headline, prepareHeadline } from "@/lib/metrics/headline";
import { type Comparison, prepareComparison } from "@/lib/metrics/report-comparison";
import { type ForecastRow, prepareForecast } from "@/lib/metrics/report-forecast";
import { type Gate, prepareGate } from "@/lib/metrics/report-gate";
import type { ReportInput, ReportTouchpoint, ReportUpcoming } from "@/lib/metrics/report-input";
import { prepareRecommendations, type Recommendations } from "@/lib/metrics/report-recommendations";

const DAY_MS = 86_400_000;
const EVENTS_MAX = 12;
/** A touchpoint this soon after an event is shown as the action taken. */
const ACTION_WITHIN_MS = DAY_MS;
const WEEKS_AHEAD = 8;

export interface TrackStage {
  id: string;
  name: string;
  colour: string;
  startDay: number;
  status: "done" | "now" | "planned";
  /** Real for stages done and now, planned after. */
  startMs: number | null;
  endMs: number | null;
}

export interface ReportEventRow {
  atMs: number;
  label: string;
  who: string | null;
  impact: string;
  action: string | null;
  family: string;
}

export type Trend = "up" | "down" | "flat" | null;

export interface JourneyReport {
  nowMs: number;
  account: ReportInput["account"];
  segments: string[];
  daysInStage: number | null;
  stageName: string | null;
  renewsInDays: number | null;
  journeyHealth: number | null;
  health: { score: number | null; coverage: number; band: HealthBand };
  headline: Headline;
  track: { stages: TrackStage[]; overlays: { id: string; name: string; colour: string; day: number; isOn: boolean }[] };
  expectedDays: number | null;
  gate: Gate;
  events: ReportEventRow[];
  /** What belongs on the line of time: landmarks, not every ticket. */
  landmarks: { atMs: number; label: string; family: string }[];
  completed: ReportTouchpoint[];
  upcoming: ReportUpcoming[];
  forecast: ForecastRow[];
  factors: (Factor & { change: number | null; trend: Trend })[];
  components: (HealthComponent & { change: number | null; movedBy: string | null })[];
  risks: Risk[];
  personalization: { segments: string[]; variant: string | null; triggers: string[] };
  recommendations: Recommendations;
  comparison: Comparison;
  use: { weeks: number[]; ahead: DriftPoint[] | null };
}

/** The Customer Journey Report as data: every section decided here, for the page, Markdown, print and tools alike. */
export function prepareJourneyReport(input: ReportInput): JourneyReport {
  const { nowMs, account } = input;
  const stageName = stageOf(account.stage)?.name ?? null;
  const daysInStage =
    account.stageEnteredAtMs === null ? null : Math.max(0, Math.floor((nowMs - account.stageEnteredAtMs) / DAY_MS));
  const gate = prepareGate(input);
  const open = gate.criteria.filter((row) => row.state !== "met" && row.state !== "waived").map((row) => row.name);
  const forecast = prepareForecast(input, open);
  const components = (input.health?.components ?? []).map((one) => ({
    ...one,
    change: changeOf(one.score, input.before?.components[one.id]),
    movedBy: input.before ? (whatMoved(one.signals, input.before.signals)?.name ?? null) : null,
  }));
  const factors = (input.journeyHealth?.factors ?? []).map((one) => {
    const change = changeOf(one.score, input.before?.factors[one.id]);
    return { ...one, change, trend: trendOf(change) };
  });
  const rate = factors.find((one) => one.id === "milestones")?.score ?? null;
  return {
    nowMs,
    account,
    segments: [...input.segments],
    daysInStage,
    stageName,
    renewsInDays: account.contractEndMs === null ? null : Math.ceil((account.contractEndMs - nowMs) / DAY_MS),
    journeyHealth: input.journeyHealth?.score ?? null,
    health: {
      score: input.health?.score ?? null,
      coverage: input.health?.coverage ?? 0,
      band: healthBand(input.health?.score ?? null),
    },
    headline: prepareHeadline({
      nowMs,
      stageName,
      daysInStage,
      gate,
      forecast,
      components,
      risks: input.risks,
      stays: input.stays.filter((stay) => stay.stage === account.stage && stay.accountId !== account.id).length,
    }),
    track: { stages: prepareTrack(input), overlays: prepareOverlays(input) },
    expectedDays:
      gate.planEndMs === null || account.stageEnteredAtMs === null
        ? null
        : Math.round((gate.planEndMs - account.stageEnteredAtMs) / DAY_MS),
    gate,
    events: prepareEvents(input),
    landmarks: input.events.flatMap((event) => {
      const meaning = meaningfulEvents[event.name];
      return meaning?.isLandmark && event.atMs <= nowMs
        ? [{ atMs: event.atMs, label: meaning.label, family: meaning.family }]
        : [];
    }),
    completed: input.touchpoints.filter((one) => one.atMs <= nowMs && one.atMs > nowMs - 7 * DAY_MS),
    upcoming: [...input.upcoming].sort((a, b) => a.dueAtMs - b.dueAtMs),
    forecast,
    factors,
    components,
    risks: [...input.risks],
    personalization: { segments: [...input.segments], variant: input.variant, triggers: [...input.triggers] },
    recommendations: prepareRecommendations({ gate, stageName, risks: input.risks, touchpoints: input.touchpoints }),
    comparison: prepareComparison(input, {
      milestoneRate: rate,
      engagement: factors.find((one) => one.id === "engagement")?.score ?? null,
    }),
    use: { weeks: [...input.weeklyActive], ahead: forecastDrift(input.weeklyActive, WEEKS_AHEAD) },
  };
}

function changeOf(now: number | null, before: number | null | undefined): number | null {
  return now === null || before === null || before === undefined ? null : now - before;
}

function trendOf(change: number | null): Trend {
  if (change === null) return null;
  return change >= 1 ? "up" : change <= -1 ? "down" : "flat";
}

function prepareTrack({ account, stays, nowMs }: ReportInput): TrackStage[] {
  const now = stages.findIndex((stage) => stage.id === account.stage);
  let plannedMs = nowMs;
  return stages.map((stage, place) => {
    const own = stays
      .filter((stay) => stay.accountId === account.id && stay.stage === stage.id)
      .sort((a, b) => a.enteredAtMs - b.enteredAtMs)
      .at(-1);
    const base = { id: stage.id, name: stage.name, colour: stage.colour, startDay: stage.startDay };
    if (place < now)
      return { ...base, status: "done", startMs: own?.enteredAtMs ?? null, endMs: own?.leftAtMs ?? null };
    const length = (stage.expectedDays ?? 180) * DAY_MS;
    if (place === now) {
      const startMs = account.stageEnteredAtMs ?? nowMs;
      plannedMs = Math.max(nowMs, startMs + length);
      return { ...base, status: "now", startMs, endMs: plannedMs };
    }
    const startMs = plannedMs;
    plannedMs += length;
    return { ...base, status: "planned", startMs, endMs: plannedMs };
  });
}

function prepareOverlays({ account, nowMs }: ReportInput) {
  return overlays.flatMap((overlay) => {
    const since = account.overlays[overlay.id];
    if (since === undefined) return [];
    // Renewal counts down to the end of the contract; advocacy counts up from its start.
    const day =
      overlay.id === "renewal" && account.contractEndMs !== null
        ? -Math.ceil((account.contractEndMs - nowMs) / DAY_MS)
        : Math.floor((nowMs - since) / DAY_MS);
    return [{ id: overlay.id, name: overlay.name, colour: overlay.colour, day, isOn: true }];
  });
}

function prepareEvents({ events, touchpoints, nowMs }: ReportInput): ReportEventRow[] {
  return events
    .filter((event) => event.atMs <= nowMs && Object.hasOwn(meaningfulEvents, event.name))
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, EVENTS_MAX)
    .map((event) => {
      const meaning = meaningfulEvents[event.name];
      const action = touchpoints
        .filter((one) => one.atMs >= event.atMs && one.atMs <= event.atMs + ACTION_WITHIN_MS)
        .sort((a, b) => a.atMs - b.atMs)[0];
      return {
        atMs: event.atMs,
        label: meaning?.label ?? event.name,
        who: event.who,
        impact: meaning?.impact ?? "",
        action: action ? `${action.name} (${action.channel.toLowerCase()})` : null,
        family: meaning?.family ?? "data",
      };
    });
}
