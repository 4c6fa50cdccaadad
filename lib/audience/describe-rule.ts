import { operators } from "@/lib/audience/operators";
import type {
  CountOperator,
  EngagementClause,
  EventClause,
  OperatorName,
  PropertyClause,
  Rule,
  SegmentClause,
  TraitClause,
} from "@/lib/audience/rule";
import { formatDuration } from "@/lib/time/format-duration";

/** Names for ids, so that a sentence can say "Power users" where the rule says an id. */
export interface RuleNames {
  segments?: Readonly<Record<string, string>>;
}

const whose = { subject: "", account: "account’s ", context: "start’s " } as const;
const verbs = { sent: "was sent", opened: "opened", clicked: "clicked", replied: "replied to" } as const;

function wordFor(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordFor).join(", ");
  if (value === true) return "yes";
  if (value === false) return "no";
  return value === undefined || value === null || value === "" ? "…" : String(value);
}

/** "is at least 5", "is in the last 7 d", "is known". */
export function describeComparison(op: OperatorName, value: unknown): string {
  const operator = operators[op];
  if (operator === undefined) return `${op} ${wordFor(value)}`;
  if (operator.takes === null) return operator.label;
  const isDuration = operator.takes === "duration" && Number.isFinite(Number(value));
  return `${operator.label} ${isDuration ? formatDuration(Number(value)) : wordFor(value)}`;
}

function describeTimes(count: CountOperator, times: number): string {
  if (count === "at_least" && times === 1) return "";
  const words = { at_least: "at least", at_most: "at most", exactly: "exactly" } as const;
  return ` ${words[count]} ${times} ${times === 1 ? "time" : "times"}`;
}

const isNever = (count: CountOperator, times: number) => times === 0 && count !== "at_least";
const within = (withinMs: number | undefined) =>
  withinMs === undefined ? "" : ` in the last ${formatDuration(withinMs)}`;

export function describeProperties(where: readonly PropertyClause[]): string {
  return where.map((clause) => `${clause.property} ${describeComparison(clause.op, clause.value)}`).join(" and ");
}

function describeEvent({ event, where, count, times, withinMs }: EventClause): string {
  const filter = where.length === 0 ? "" : ` where ${describeProperties(where)}`;
  const did = isNever(count, times)
    ? `did not do ${event}${filter}`
    : `did ${event}${filter}${describeTimes(count, times)}`;
  return did + within(withinMs);
}

function describeEngagement({ did, channel, count, times, withinMs }: EngagementClause): string {
  const what = channel === undefined ? "a message" : `a message by ${channel.replaceAll("_", " ")}`;
  const verb = isNever(count, times)
    ? `never ${verbs[did]} ${what}`
    : `${verbs[did]} ${what}${describeTimes(count, times)}`;
  return verb + within(withinMs);
}

export function describeClause(
  clause: TraitClause | EventClause | SegmentClause | EngagementClause,
  names: RuleNames = {},
): string {
  switch (clause.kind) {
    case "trait":
      return `${whose[clause.of]}${clause.trait} ${describeComparison(clause.op, clause.value)}`;
    case "event":
      return describeEvent(clause);
    case "segment":
      return `is ${clause.is ? "" : "not "}in ${names.segments?.[clause.segmentId] ?? "a segment"}`;
    case "engagement":
      return describeEngagement(clause);
  }
}

function describe(rule: Rule, names: RuleNames, isInner: boolean): string {
  switch (rule.kind) {
    case "all":
    case "any": {
      if (rule.rules.length === 0) return rule.kind === "all" ? "everybody" : "nobody";
      const text = rule.rules
        .map((inner) => describe(inner, names, rule.rules.length > 1))
        .join(rule.kind === "all" ? " and " : " or ");
      return isInner && rule.rules.length > 1 ? `(${text})` : text;
    }
    case "not":
      return `not (${describe(rule.rule, names, false)})`;
    default:
      return describeClause(rule, names);
  }
}

/** The rule in words: "plan is pro and (did login at least 3 times in the last 7 d or account’s arr is more than 100)". */
export function describeRule(rule: Rule, names: RuleNames = {}): string {
  return describe(rule, names, false);
}
