import { matchesEngagement, matchesProperties, traitValue } from "@/lib/audience/clause-truth";
import { isTimeOperator } from "@/lib/audience/compile-rule";
import { evaluateRule } from "@/lib/audience/evaluate-rule";
import type { Facts } from "@/lib/audience/facts";
import { toTimeMs } from "@/lib/audience/operators";
import type { Rule } from "@/lib/audience/rule";
import { traitOf } from "@/lib/audience/trait-of";

type Context = Readonly<Record<string, unknown>>;

/** When a date comparison can turn over: `in_the_last` holds in [date, date + span), `in_the_next` in [date − span, date). */
function turnsOfDate(op: string, actual: unknown, value: unknown, into: number[]): void {
  if (!isTimeOperator(op)) return;
  const spanMs = Number(value);
  const dateMs = toTimeMs(actual);
  into.push(Math.ceil(dateMs), Math.ceil(op === "in_the_last" ? dateMs + spanMs : dateMs - spanMs));
}

/**
 * When a count over a moving window can turn over. With nothing in the future, counts only fall: only the
 * leaving of the `times`-th newest and of the one before it matters, so a long history costs two entries.
 */
function turnsOfCount(
  timesMs: readonly number[],
  times: number,
  withinMs: number | undefined,
  nowMs: number,
  into: number[],
): void {
  for (const atMs of timesMs) {
    if (atMs <= nowMs) break;
    into.push(atMs);
    if (withinMs !== undefined) into.push(atMs + withinMs);
  }
  if (withinMs === undefined) return;
  const isFutureKnown = (timesMs[0] ?? nowMs) > nowMs;
  const last = isFutureKnown ? timesMs.length : Math.min(timesMs.length, times + 1);
  for (let i = isFutureKnown ? 0 : Math.max(0, times - 1); i < last; i++) into.push((timesMs[i] ?? 0) + withinMs);
}

function collect(rule: Rule, facts: Facts, context: Context, nowMs: number, into: number[]): void {
  switch (rule.kind) {
    case "all":
    case "any":
      for (const inner of rule.rules) collect(inner, facts, context, nowMs, into);
      break;
    case "not":
      collect(rule.rule, facts, context, nowMs, into);
      break;
    case "trait":
      turnsOfDate(rule.op, traitValue(rule, facts, context), rule.value, into);
      break;
    case "event": {
      const hasTimeFilter = rule.where.some((clause) => isTimeOperator(clause.op));
      const timesMs: number[] = [];
      for (let i = facts.events.length - 1; i >= 0; i--) {
        const event = facts.events[i];
        if (event === undefined || event.name !== rule.event) continue;
        if (hasTimeFilter) {
          for (const clause of rule.where)
            turnsOfDate(clause.op, traitOf(event.properties, clause.property), clause.value, into);
          into.push(event.atMs, event.atMs + (rule.withinMs ?? 0));
        } else if (matchesProperties(rule.where, event, nowMs)) timesMs.push(event.atMs);
      }
      turnsOfCount(timesMs, rule.times, rule.withinMs, nowMs, into);
      break;
    }
    case "engagement": {
      const timesMs: number[] = [];
      for (let i = facts.engagement.length - 1; i >= 0; i--) {
        const touch = facts.engagement[i];
        if (touch !== undefined && matchesEngagement(rule, touch)) timesMs.push(touch.atMs);
      }
      turnsOfCount(timesMs, rule.times, rule.withinMs, nowMs, into);
      break;
    }
  }
}

/**
 * The first time after now at which the rule's answer differs from its answer now if nothing else happens, or
 * null when time alone never changes it (RULES S12). Events and engagement are oldest first.
 */
export function nextChangeAt(rule: Rule, facts: Facts, nowMs: number, context: Context = {}): number | null {
  const turns: number[] = [];
  collect(rule, facts, context, nowMs, turns);
  const future = turns.filter((atMs) => atMs > nowMs && Number.isFinite(atMs)).sort((a, b) => a - b);
  if (future.length === 0) return null;
  const holds = evaluateRule(rule, facts, context, nowMs);
  let previous = nowMs;
  for (const atMs of future) {
    if (atMs !== previous && evaluateRule(rule, facts, context, atMs) !== holds) return atMs;
    previous = atMs;
  }
  return null;
}
