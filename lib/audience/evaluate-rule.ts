import {
  compare,
  compareCount,
  countEngagement,
  countEvents,
  countLimit,
  traitValue,
} from "@/lib/audience/clause-truth";
import type { Facts } from "@/lib/audience/facts";
import type { Rule } from "@/lib/audience/rule";

type Context = Readonly<Record<string, unknown>>;

/** A rule, whether it held, and the value each clause saw. Plain JSON. `holds` is null for a clause that is broken. */
export interface Explanation {
  kind: Rule["kind"];
  holds: boolean | null;
  /** The clause asked about; absent on `all`, `any`, `not`. */
  clause?: Exclude<Rule, { kind: "all" | "any" | "not" }>;
  /** The trait's value, the count, or whether the subject is in the segment. */
  actual?: unknown;
  rules?: Explanation[];
}

/** Three-valued so that a broken clause (null) fails closed under "not" as well. */
function truth(rule: Rule, facts: Facts, context: Context, nowMs: number): boolean | null {
  switch (rule.kind) {
    case "all": {
      let result: boolean | null = true;
      for (const inner of rule.rules) {
        const holds = truth(inner, facts, context, nowMs);
        if (holds === false) return false;
        if (holds === null) result = null;
      }
      return result;
    }
    case "any": {
      let result: boolean | null = false;
      for (const inner of rule.rules) {
        const holds = truth(inner, facts, context, nowMs);
        if (holds === true) return true;
        if (holds === null) result = null;
      }
      return result;
    }
    case "not": {
      const holds = truth(rule.rule, facts, context, nowMs);
      return holds === null ? null : !holds;
    }
    case "trait":
      return compare(rule.op, traitValue(rule, facts, context), rule.value, nowMs);
    case "event": {
      const count = countEvents(rule, facts.events, nowMs, countLimit(rule.count, rule.times));
      return compareCount(rule.count, count, rule.times);
    }
    case "segment":
      return facts.segments.has(rule.segmentId) === rule.is;
    case "engagement": {
      const count = countEngagement(rule, facts.engagement, nowMs, countLimit(rule.count, rule.times));
      return compareCount(rule.count, count, rule.times);
    }
    default:
      return null;
  }
}

/**
 * Does the rule hold for these facts at this time? An empty `all` holds, an empty `any` does not, and a broken
 * clause never lets anybody in. `facts.events` includes the event being handled, if any.
 */
export function evaluateRule(rule: Rule, facts: Facts, context: Context, nowMs: number): boolean {
  return truth(rule, facts, context, nowMs) === true;
}

/** The same evaluation with the value each clause saw, for the trace. */
export function explainRule(rule: Rule, facts: Facts, context: Context, nowMs: number): Explanation {
  const holds = truth(rule, facts, context, nowMs);
  switch (rule.kind) {
    case "all":
    case "any":
      return { kind: rule.kind, holds, rules: rule.rules.map((inner) => explainRule(inner, facts, context, nowMs)) };
    case "not":
      return { kind: rule.kind, holds, rules: [explainRule(rule.rule, facts, context, nowMs)] };
    case "trait":
      return { kind: rule.kind, holds, clause: rule, actual: traitValue(rule, facts, context) ?? null };
    case "event":
      return {
        kind: rule.kind,
        holds,
        clause: rule,
        actual: countEvents(rule, facts.events, nowMs, Number.POSITIVE_INFINITY),
      };
    case "segment":
      return { kind: rule.kind, holds, clause: rule, actual: facts.segments.has(rule.segmentId) };
    case "engagement":
      return {
        kind: rule.kind,
        holds,
        clause: rule,
        actual: countEngagement(rule, facts.engagement, nowMs, Number.POSITIVE_INFINITY),
      };
    default:
      return { kind: "all", holds: null };
  }
}
