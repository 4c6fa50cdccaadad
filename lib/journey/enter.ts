import { evaluateRule, explainRule } from "@/lib/audience/evaluate-rule";
import type { FactEvent, Facts } from "@/lib/audience/facts";
import { traitOf } from "@/lib/audience/trait-of";
import { AppError } from "@/lib/errors/app-error";
import { chanceOf } from "@/lib/hash/chance-of";
import type { DecisionCode } from "@/lib/journey/decision-codes";
import type { Trigger } from "@/lib/journey/document";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Plan } from "@/lib/journey/plan";

type Context = Readonly<Record<string, unknown>>;

/** Somebody at the door. `manual` and `handoff` open every journey; the other triggers only the journey that names them. */
export interface Arrival {
  subjectId: string;
  nowMs: number;
  trigger: Trigger["type"];
  event: FactEvent | null;
  /** What a handoff or a call of the API carries; an event's properties are taken by themselves. */
  context?: Context;
}

/** Earlier enrollments of this subject in this journey under the same key. */
export interface EntryHistory {
  active: boolean;
  lastExitAtMs: number | null;
  entries: number;
  /** How many subjects the journey has taken in all, for its audience limit. */
  audience?: number;
  /** A journey of the same exclusion group that holds the subject with the same or a higher priority (RULES S10). */
  heldBy?: { journeyId: string; name: string } | null;
}

export type Entry =
  | { enter: true; key: string; context: Context; heldOut: boolean; variant: string | null; restart: boolean }
  | { enter: false; code: DecisionCode; detail: Readonly<Record<string, unknown>> };

/** The entry key of an event, "" for journeys without one, null when the event lacks the property (RULES S6). */
export function entryKey(plan: Plan, event: FactEvent | null, context: Context = {}): string | null {
  const { key } = plan.document.entry;
  if (key === undefined || key === "") return "";
  const value = traitOf(event?.properties ?? context, key);
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** The first variant whose rule holds, null for the base (RULES S29). */
export function chooseVariant(plan: Plan, facts: Facts, context: Context, nowMs: number): string | null {
  return plan.document.variants.find((variant) => evaluateRule(variant.where, facts, context, nowMs))?.id ?? null;
}

function refuse(code: DecisionCode, detail: Readonly<Record<string, unknown>> = {}): Entry {
  return { enter: false, code, detail };
}

function isAtTheRightDoor({ trigger }: Plan["document"]["entry"], arrival: Arrival): boolean {
  if (arrival.trigger === "manual" || arrival.trigger === "handoff") return true;
  if (arrival.trigger !== trigger.type) return false;
  return trigger.type !== "event" || arrival.event?.name === trigger.event;
}

/** May this subject enter now (RULES S6, S10, S34)? Holdout and variant are decided here and kept. */
export function mayEnter(plan: Plan, arrival: Arrival, facts: Facts, history: EntryHistory): Entry {
  const { entry, rollout, holdout } = plan.document;
  const { nowMs, event, subjectId } = arrival;
  if (plan.entry === null) return refuse("entry.no_start");
  if (!isAtTheRightDoor(entry, arrival))
    return refuse("entry.other_trigger", { trigger: arrival.trigger, event: event?.name ?? null });
  if (event !== null && nowMs - event.atMs > entry.freshMs) {
    return refuse("entry.stale_event", { ageMs: nowMs - event.atMs, freshMs: entry.freshMs });
  }
  const context = { ...event?.properties, ...arrival.context };
  const key = entryKey(plan, event, context);
  if (key === null) return refuse("entry.no_key", { property: entry.key });
  if (history.active && entry.whileActive === "ignore") return refuse("entry.active", { key });
  if (!history.active && history.entries > 0) {
    if (entry.reentry.type === "never") return refuse("entry.again", { entries: history.entries });
    const fromMs =
      entry.reentry.type === "after" && history.lastExitAtMs !== null ? history.lastExitAtMs + entry.reentry.ms : nowMs;
    if (nowMs < fromMs) return refuse("entry.too_soon", { fromMs });
  }
  if (history.heldBy) return refuse("entry.excluded", { ...history.heldBy, group: plan.document.exclusionGroup });
  if (entry.audienceLimit !== undefined && (history.audience ?? 0) >= entry.audienceLimit && !history.active) {
    return refuse("entry.full", { limit: entry.audienceLimit });
  }
  if (entry.where !== undefined && !evaluateRule(entry.where, facts, context, nowMs)) {
    return refuse("entry.not_matching", { because: explainRule(entry.where, facts, context, nowMs) });
  }
  if (rollout < 1 && chanceOf("rollout", plan.journeyId, subjectId) >= rollout)
    return refuse("entry.rollout", { share: rollout });
  return {
    enter: true,
    key,
    context,
    heldOut: holdout > 0 && chanceOf("holdout", plan.journeyId, subjectId) < holdout,
    variant: chooseVariant(plan, facts, context, nowMs),
    restart: history.active,
  };
}

/**
 * A subject at the entry step. The caller then asks `advance` with the time of entry (and not with the event that
 * started it), which moves it on.
 *
 * @throws AppError `invalid` when the journey has no start.
 */
export function beginEnrollment(
  plan: Plan,
  given: { id: string; subjectId: string; nowMs: number; context: Context; variant: string | null; heldOut: boolean },
): Enrollment {
  if (plan.entry === null) throw new AppError("invalid", "This journey has no start. Add one before anybody enters.");
  const { nowMs } = given;
  return {
    id: given.id,
    subjectId: given.subjectId,
    context: given.context,
    variant: given.variant,
    heldOut: given.heldOut,
    journeyId: plan.journeyId,
    versionId: plan.versionId,
    status: "active",
    stateId: plan.entry.stateId,
    stepId: plan.entry.id,
    enteredAtMs: nowMs,
    stateEnteredAtMs: nowMs,
    stateTimedOut: false,
    stepEnteredAtMs: nowMs,
    visits: { [plan.entry.id]: 1 },
    wait: null,
    dueAtMs: nowMs,
    outcome: null,
    exitedAtMs: null,
    milestones: {},
  };
}
