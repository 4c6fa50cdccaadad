import { stageOf } from "@/lib/journey/stages";
import { checklistOf, stateOfStage } from "@/lib/metrics/checklist";
import { formatShortDay } from "@/lib/metrics/format-day";
import type { ReportInput } from "@/lib/metrics/report-input";

const DAY_MS = 86_400_000;
/** An open criterion this close to its due day is at risk. */
const AT_RISK_DAYS = 14;

export type GateState = "met" | "waived" | "late" | "at_risk" | "open";

export interface ObjectiveRow {
  id: string;
  name: string;
  target: string;
  current: string;
  status: "met" | "moving" | "missing";
}

export interface CriterionRow {
  id: string;
  name: string;
  state: GateState;
  /** "3 of 5", or null where it is not a number. */
  value: string | null;
  /** "Met 12 Mar", "Due 18 Apr, 12 d late". */
  when: string;
  reason: string | null;
}

export interface Gate {
  objectives: ObjectiveRow[];
  criteria: CriterionRow[];
  /** Share of criteria met or waived, capped at 99 until the stage is left (RULES S33); null without criteria. */
  progressPercent: number | null;
  milestones: { met: number; due: number };
  planEndMs: number | null;
}

/** Objectives and exit criteria of the current stage. Objectives fall due evenly over the planned days, exit criteria at their end. */
export function prepareGate(input: Pick<ReportInput, "nowMs" | "account" | "document" | "marks" | "readings">): Gate {
  const { nowMs, account, document } = input;
  const state = stateOfStage(document, account.stage);
  const enteredMs = account.stageEnteredAtMs;
  const expectedDays = state?.timeout ? state.timeout.afterMs / DAY_MS : (stageOf(account.stage)?.expectedDays ?? null);
  const planEndMs = expectedDays === null || enteredMs === null ? null : enteredMs + expectedDays * DAY_MS;
  if (!state) return { objectives: [], criteria: [], progressPercent: null, milestones: { met: 0, due: 0 }, planEndMs };

  const criteria = checklistOf(document, state).map((one) => criterionRow(input, one, planEndMs));
  const isDone = (row: CriterionRow) => row.state === "met" || row.state === "waived";
  const done = criteria.filter(isDone).length;
  const objectives = state.objectives.map((one) => objectiveRow(input, one));
  const dueMs = (place: number) =>
    planEndMs === null || enteredMs === null
      ? Number.POSITIVE_INFINITY
      : enteredMs + ((planEndMs - enteredMs) * (place + 1)) / (objectives.length + 1);
  const milestones = [
    ...objectives.map((row, place) => ({ met: row.status === "met", dueMs: dueMs(place) })),
    ...criteria.map((row) => ({ met: isDone(row), dueMs: planEndMs ?? Number.POSITIVE_INFINITY })),
  ].filter((one) => one.met || one.dueMs <= nowMs);
  return {
    objectives,
    criteria,
    progressPercent: criteria.length === 0 ? null : Math.min(99, Math.round((100 * done) / criteria.length)),
    milestones: { met: milestones.filter((one) => one.met).length, due: milestones.length },
    planEndMs,
  };
}

function criterionRow(
  { nowMs, account, marks, readings }: Parameters<typeof prepareGate>[0],
  one: { id: string; name: string },
  planEndMs: number | null,
): CriterionRow {
  const mark = marks.find((row) => row.stage === account.stage && row.criterionId === one.id);
  const reading = readings[`criterion.${one.id}`];
  const value = reading?.actual == null || reading.target === null ? null : `${reading.actual} of ${reading.target}`;
  const base: Pick<CriterionRow, "id" | "name" | "value" | "reason"> = {
    id: one.id,
    name: one.name,
    value,
    reason: mark?.reason || null,
  };
  // What a rule found stands only while it holds, as the lifecycle itself asks; a person's word stands for ever.
  const lapsed = mark?.by === "rule" && reading !== undefined && !reading.holds;
  if (lapsed) base.reason = `Was met ${formatShortDay(mark.atMs, nowMs)}, no longer`;
  if (mark && !lapsed)
    return {
      ...base,
      state: mark.status === "waived" ? "waived" : "met",
      when: `${mark.status === "waived" ? "Waived" : "Met"} ${formatShortDay(mark.atMs, nowMs)}`,
    };
  if (reading?.holds) return { ...base, state: "met", when: "Met" };
  if (planEndMs === null) return { ...base, state: "open", when: "No due day" };
  const late = Math.floor((nowMs - planEndMs) / DAY_MS);
  const due = `Due ${formatShortDay(planEndMs, nowMs)}`;
  if (late > 0) return { ...base, state: "late", when: `${due}, ${late} d late` };
  return { ...base, state: late > -AT_RISK_DAYS ? "at_risk" : "open", when: due };
}

function objectiveRow(
  { readings }: Pick<ReportInput, "readings">,
  one: { id: string; name: string; target: number; unit: string },
): ObjectiveRow {
  const actual = readings[`objective.${one.id}`]?.actual ?? null;
  const unit = (value: number) =>
    one.unit === "%" ? `${value}%` : `${value} ${value === 1 ? one.unit.replace(/s$/, "") : one.unit}`.trim();
  return {
    id: one.id,
    name: one.name,
    target: unit(one.target),
    current: actual === null ? "Not measured" : unit(actual),
    status: actual !== null && actual >= one.target ? "met" : actual !== null && actual > 0 ? "moving" : "missing",
  };
}
