import type { FactEngagement, FactEvent, Facts } from "@/lib/audience/facts";
import { operators } from "@/lib/audience/operators";
import type {
  CountOperator,
  EngagementClause,
  EventClause,
  OperatorName,
  PropertyClause,
  TraitClause,
} from "@/lib/audience/rule";
import { traitOf } from "@/lib/audience/trait-of";

type Context = Readonly<Record<string, unknown>>;

/**
 * Does the comparison hold? Null when the rule itself is broken (an operator nobody knows, a value that is
 * missing), so that "not" over a broken clause does not let everybody in.
 */
export function compare(op: OperatorName, actual: unknown, value: unknown, nowMs: number): boolean | null {
  if (!Object.hasOwn(operators, op)) return null;
  const operator = operators[op];
  if (operator.takes !== null && value === undefined) return null;
  return operator.evaluate(actual, value, nowMs);
}

export function traitValue(clause: TraitClause, facts: Facts, context: Context): unknown {
  const values = clause.of === "context" ? context : clause.of === "account" ? facts.account : facts.traits;
  return traitOf(values, clause.trait);
}

export function matchesProperties(where: readonly PropertyClause[], event: FactEvent, nowMs: number): boolean {
  for (const clause of where) {
    if (compare(clause.op, traitOf(event.properties, clause.property), clause.value, nowMs) !== true) return false;
  }
  return true;
}

export function matchesEngagement(clause: EngagementClause, touch: FactEngagement): boolean {
  return touch.did === clause.did && (clause.channel === undefined || touch.channel === clause.channel);
}

/** How often it happened up to now and inside the window, counting no further than `limit`. */
export function countEvents(clause: EventClause, events: readonly FactEvent[], nowMs: number, limit: number): number {
  const afterMs = clause.withinMs === undefined ? Number.NEGATIVE_INFINITY : nowMs - clause.withinMs;
  let count = 0;
  for (let i = events.length - 1; i >= 0 && count < limit; i--) {
    const event = events[i];
    if (event === undefined || event.name !== clause.event) continue;
    if (event.atMs > afterMs && event.atMs <= nowMs && matchesProperties(clause.where, event, nowMs)) count++;
  }
  return count;
}

export function countEngagement(
  clause: EngagementClause,
  touches: readonly FactEngagement[],
  nowMs: number,
  limit: number,
): number {
  const afterMs = clause.withinMs === undefined ? Number.NEGATIVE_INFINITY : nowMs - clause.withinMs;
  let count = 0;
  for (let i = touches.length - 1; i >= 0 && count < limit; i--) {
    const touch = touches[i];
    if (touch !== undefined && touch.atMs > afterMs && touch.atMs <= nowMs && matchesEngagement(clause, touch)) count++;
  }
  return count;
}

/** The count beyond which the answer cannot change. */
export function countLimit(op: CountOperator, times: number): number {
  return op === "at_least" ? times : times + 1;
}

export function compareCount(op: CountOperator, count: number, times: number): boolean {
  if (op === "at_least") return count >= times;
  return op === "at_most" ? count <= times : count === times;
}
