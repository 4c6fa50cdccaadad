import { evaluateRule, explainRule, type Explanation } from "@/lib/audience/evaluate-rule";
import type { Facts } from "@/lib/audience/facts";
import type { When } from "@/lib/audience/rule";
import { CRITERIA_MARKED } from "@/lib/journey/lifecycle-stages";

export interface CriterionReading {
  holds: boolean;
  /** What was counted or read, and what is asked for; null where the rule is not one number. */
  actual: number | null;
  target: number | null;
}

/** Ask a criterion or objective of an account's facts. An event counts as happened once it is in the facts. */
export function readWhen(when: When, facts: Facts, nowMs: number): CriterionReading {
  if (when.type === "event") {
    const actual = facts.events.filter((event) => event.name === when.event && event.atMs <= nowMs).length;
    return { holds: actual > 0, actual, target: 1 };
  }
  const measured = firstMeasure(explainRule(when.rule, facts, {}, nowMs));
  return {
    holds: evaluateRule(when.rule, facts, {}, nowMs),
    actual: measured?.actual ?? null,
    target: measured?.target ?? null,
  };
}

function firstMeasure(explained: Explanation): { actual: number | null; target: number } | null {
  const { clause } = explained;
  if (clause?.kind === "event") return { actual: Number(explained.actual), target: clause.times };
  if (clause?.kind === "trait" && clause.trait !== CRITERIA_MARKED && typeof clause.value === "number") {
    return { actual: typeof explained.actual === "number" ? explained.actual : null, target: clause.value };
  }
  for (const inner of explained.rules ?? []) {
    const found = firstMeasure(inner);
    if (found) return found;
  }
  return null;
}
