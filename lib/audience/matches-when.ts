import { matchesProperties } from "@/lib/audience/clause-truth";
import { evaluateRule } from "@/lib/audience/evaluate-rule";
import type { FactEvent, Facts } from "@/lib/audience/facts";
import type { When } from "@/lib/audience/rule";

/** Did it happen? `event` is what is being handled now, null for none; a rule is asked of the facts. */
export function matchesWhen(
  when: When,
  event: FactEvent | null,
  facts: Facts,
  context: Readonly<Record<string, unknown>>,
  nowMs: number,
): boolean {
  if (when.type === "rule") return evaluateRule(when.rule, facts, context, nowMs);
  return event !== null && event.name === when.event && matchesProperties(when.where, event, nowMs);
}

/** Has it happened, now or before? For criteria that ask about the past rather than about this moment. */
export function hasHappened(
  when: When,
  facts: Facts,
  context: Readonly<Record<string, unknown>>,
  nowMs: number,
): boolean {
  if (when.type === "rule") return evaluateRule(when.rule, facts, context, nowMs);
  return facts.events.some(
    (event) => event.name === when.event && event.atMs <= nowMs && matchesProperties(when.where, event, nowMs),
  );
}
