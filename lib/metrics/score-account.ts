import type { Facts } from "@/lib/audience/facts";
import { derivedTraits } from "@/lib/health/derived-traits";
import { computeHealth, type Health } from "@/lib/health/health";
import { computeJourneyHealth, type JourneyHealth } from "@/lib/health/journey-health";
import { findRisks, type Risk } from "@/lib/health/risks";
import { activeEvents, numberTrait } from "@/lib/health/signals";
import { summariseUse, type UseDay } from "@/lib/health/use-summary";
import type { JourneyDocument } from "@/lib/journey/document";
import { stageOf } from "@/lib/journey/stages";
import { checklistOf, stateOfStage } from "@/lib/metrics/checklist";
import { type CriterionReading, readWhen } from "@/lib/metrics/criterion-reading";
import { isoDay } from "@/lib/metrics/format-day";
import { forecastStayDays } from "@/lib/metrics/report-forecast";
import { prepareGate } from "@/lib/metrics/report-gate";
import type { CompactScores, ReportAccount, ReportInput, ReportStay } from "@/lib/metrics/report-input";

const DAY_MS = 86_400_000;
/** An event counted many times in a day is as good as this many for a rule. */
const EVENTS_PER_DAY_MAX = 100;
/** Daily use reaches rules through derived traits; as single events it would be thousands. */
const manyADay: ReadonlySet<string> = new Set(["login", "signed_in", "feature_used"]);

/** What one account is scored from. */
export interface ScoreFacts {
  account: ReportAccount & { traits: Readonly<Record<string, unknown>>; zone: string };
  use: readonly UseDay[];
  members: number;
  escalations: readonly { title: string; severity: string }[];
  lateTasks: number;
  /** Newest first. */
  touchpoints: readonly { responded: boolean }[];
  marks: ReportInput["marks"];
  segments: ReadonlySet<string>;
}

export interface ScoredAccount {
  health: Health;
  journeyHealth: JourneyHealth;
  risks: Risk[];
  /** To be kept among the account's traits; null removes one. */
  traits: Record<string, number | null>;
  readings: Record<string, CriterionReading>;
  /** Criteria that hold and are not marked yet. */
  newlyMet: { criterionId: string; actual: number | null; target: number | null }[];
  compact: CompactScores;
}

/** Score an account as of `nowMs` (RULES S14): derived traits first, so that criteria and signals see them. */
export function scoreAccount(
  facts: ScoreFacts,
  document: JourneyDocument,
  stays: readonly ReportStay[],
  nowMs: number,
): ScoredAccount {
  const { account } = facts;
  const ageDays = account.contractStartMs === null ? null : Math.floor((nowMs - account.contractStartMs) / DAY_MS);
  const use = summariseUse(facts.use, isoDay(nowMs), activeEvents);
  const signalInput = { use, traits: account.traits, members: facts.members, ageDays };
  const traits = derivedTraits(signalInput);
  const health = computeHealth(signalInput);
  const readings = readStage(facts, { ...account.traits, ...traits }, document, nowMs);
  const gate = prepareGate({ nowMs, account, document, marks: facts.marks, readings });
  const stage = stageOf(account.stage);
  const daysInStage = account.stageEnteredAtMs === null ? 0 : Math.max(0, (nowMs - account.stageEnteredAtMs) / DAY_MS);
  const expectedDays =
    gate.planEndMs === null || account.stageEnteredAtMs === null
      ? null
      : (gate.planEndMs - account.stageEnteredAtMs) / DAY_MS;
  const risks = findRisks({
    escalations: facts.escalations,
    stageName: stage?.name ?? null,
    daysInStage,
    expectedDays,
    usageChange: traits.usage_change ?? null,
    lateTasks: facts.lateTasks,
    nps: numberTrait(account.traits, "nps"),
    daysToRenewal: account.contractEndMs === null ? null : Math.ceil((account.contractEndMs - nowMs) / DAY_MS),
    health: health.score,
  });
  const journeyHealth = computeJourneyHealth({
    expectedDays,
    daysInStage,
    forecastDays: stage ? forecastStayDays(stays, stage.id, daysInStage, nowMs, account.id) : null,
    touchpoints: facts.touchpoints,
    milestones: gate.milestones,
    openRisks: risks.length,
  });
  const known = new Set(facts.marks.filter((mark) => mark.stage === account.stage).map((mark) => mark.criterionId));
  return {
    health,
    journeyHealth,
    risks,
    traits,
    readings,
    newlyMet: gate.criteria.flatMap(({ id }) => {
      const reading = readings[`criterion.${id}`];
      return reading?.holds && !known.has(id)
        ? [{ criterionId: id, actual: reading.actual, target: reading.target }]
        : [];
    }),
    compact: {
      components: Object.fromEntries(health.components.map((one) => [one.id, one.score])),
      signals: Object.fromEntries(
        health.components.flatMap((one) => one.signals.map((signal) => [signal.id, signal.score])),
      ),
      factors: Object.fromEntries(journeyHealth.factors.map((one) => [one.id, one.score])),
    },
  };
}

/** Ask every criterion and objective of the current stage. */
function readStage(
  facts: ScoreFacts,
  traits: Readonly<Record<string, unknown>>,
  document: JourneyDocument,
  nowMs: number,
): Record<string, CriterionReading> {
  const state = stateOfStage(document, facts.account.stage);
  if (!state) return {};
  const known = Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== null));
  const seen: Facts = {
    traits: known,
    account: known,
    segments: facts.segments,
    events: eventsOf(facts.use),
    engagement: [],
    zone: facts.account.zone,
  };
  return Object.fromEntries([
    ...checklistOf(document, state).map((one) => [`criterion.${one.id}`, readWhen(one.when, seen, nowMs)]),
    ...state.objectives.flatMap((one) => (one.of ? [[`objective.${one.id}`, readWhen(one.of, seen, nowMs)]] : [])),
  ]);
}

function eventsOf(use: readonly UseDay[]): Facts["events"] {
  return use
    .filter((row) => !manyADay.has(row.name))
    .flatMap((row) =>
      Array.from({ length: Math.min(row.count, EVENTS_PER_DAY_MAX) }, () => ({
        name: row.name,
        atMs: Date.parse(`${row.day}T00:00:00Z`),
        properties: {},
      })),
    )
    .sort((a, b) => a.atMs - b.atMs);
}
