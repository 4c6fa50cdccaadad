import type { Rule, When } from "@/lib/audience/rule";

/** What a rule depends on: which facts to load and what can change its answer (RULES S12). */
export interface CompiledRule {
  events: string[];
  /** How far back each of `events` is looked at, ms; null = all history. */
  horizonMs: Record<string, number | null>;
  traits: string[];
  accountTraits: string[];
  segments: string[];
  usesEngagement: boolean;
  engagementHorizonMs: number | null;
  /** Can the answer change only because time passes? */
  changesWithTime: boolean;
}

const timeOperators: ReadonlySet<string> = new Set(["in_the_last", "in_the_next"]);

export function isTimeOperator(op: string): boolean {
  return timeOperators.has(op);
}

function longer(a: number | null | undefined, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a ?? 0, b);
}

/** The dependencies of several rules and events together. `null` and `undefined` are skipped. */
export function compileRules(rules: Iterable<Rule | null | undefined>): CompiledRule {
  const events = new Map<string, number | null>();
  const traits = new Set<string>();
  const accountTraits = new Set<string>();
  const segments = new Set<string>();
  let usesEngagement = false;
  let engagementHorizonMs: number | null = 0;
  let changesWithTime = false;

  function visit(rule: Rule): void {
    switch (rule.kind) {
      case "all":
      case "any":
        for (const inner of rule.rules) visit(inner);
        break;
      case "not":
        visit(rule.rule);
        break;
      case "trait":
        if (rule.of === "subject") traits.add(rule.trait);
        if (rule.of === "account") accountTraits.add(rule.trait);
        changesWithTime ||= isTimeOperator(rule.op);
        break;
      case "event":
        events.set(rule.event, longer(events.get(rule.event), rule.withinMs ?? null));
        changesWithTime ||= rule.withinMs !== undefined || rule.where.some((clause) => isTimeOperator(clause.op));
        break;
      case "segment":
        segments.add(rule.segmentId);
        break;
      case "engagement":
        usesEngagement = true;
        engagementHorizonMs = longer(engagementHorizonMs, rule.withinMs ?? null);
        changesWithTime ||= rule.withinMs !== undefined;
        break;
    }
  }
  for (const rule of rules) if (rule !== null && rule !== undefined) visit(rule);
  return {
    events: [...events.keys()],
    horizonMs: Object.fromEntries(events),
    traits: [...traits],
    accountTraits: [...accountTraits],
    segments: [...segments],
    usesEngagement,
    engagementHorizonMs,
    changesWithTime,
  };
}

export function compileRule(rule: Rule): CompiledRule {
  return compileRules([rule]);
}

/** The rule inside a `when`, or null when it names an event. */
export function ruleOf(when: When): Rule | null {
  return when.type === "rule" ? when.rule : null;
}
