import { operators } from "@/lib/audience/operators";
import type {
  CountOperator,
  EngagementClause,
  EventClause,
  PropertyClause,
  Rule,
  TraitClause,
  When,
} from "@/lib/audience/rule";
import { formatDuration } from "@/lib/time/format-duration";

/** Gives a segment's name for its id. */
export type SegmentNamer = (segmentId: string) => string;

export const countWords: Record<CountOperator, string> = {
  at_least: "at least",
  at_most: "at most",
  exactly: "exactly",
};
export const engagementWords = {
  sent: "was sent",
  opened: "opened",
  clicked: "clicked",
  replied: "replied to",
} as const;
const whose = { subject: "", account: "account ", context: "entry event " } as const;

/** A rule as one short clause for a card: "plan is pro and 2 more". */
export function ruleWords(rule: Rule, segmentName: SegmentNamer): string {
  switch (rule.kind) {
    case "all":
    case "any": {
      const [first] = rule.rules;
      if (!first) return rule.kind === "all" ? "everyone" : "nobody";
      if (rule.rules.length === 2 && rule.rules[1])
        return `${ruleWords(first, segmentName)} ${rule.kind === "all" ? "and" : "or"} ${ruleWords(rule.rules[1], segmentName)}`;
      return rule.rules.length === 1
        ? ruleWords(first, segmentName)
        : `${ruleWords(first, segmentName)} ${rule.kind === "all" ? "and" : "or"} ${rule.rules.length - 1} more`;
    }
    case "not":
      return `not (${ruleWords(rule.rule, segmentName)})`;
    case "trait":
      return traitWords(rule);
    case "event":
      return eventWords(rule);
    case "segment":
      return `${rule.is ? "in" : "not in"} ${segmentName(rule.segmentId)}`;
    case "engagement":
      return engagementSentence(rule);
  }
}

export function whenWords(when: When, segmentName: SegmentNamer): string {
  return when.type === "event" ? when.event : ruleWords(when.rule, segmentName);
}

function traitWords(clause: TraitClause): string {
  return `${whose[clause.of]}${clause.trait} ${operators[clause.op].label}${valueWords(clause)}`;
}

/** The value with its leading space, or nothing where the operator takes none. */
export function valueWords({ op, value }: Pick<PropertyClause, "op" | "value">): string {
  const { takes } = operators[op];
  if (takes === null) return "";
  if (value === undefined || value === "") return " …";
  if (takes === "duration" && typeof value === "number") return ` ${formatDuration(value)}`;
  return ` ${Array.isArray(value) ? value.join(", ") : String(value)}`;
}

function eventWords(clause: EventClause): string {
  const within = clause.withinMs === undefined ? "" : ` in ${formatDuration(clause.withinMs)}`;
  if (clause.times === 0 && clause.count !== "at_least") return `did not ${clause.event}${within}`;
  if (clause.count === "at_least" && clause.times === 1) return `did ${clause.event}${within}`;
  return `did ${clause.event} ${countWords[clause.count]} ${clause.times} times${within}`;
}

function engagementSentence(clause: EngagementClause): string {
  const within = clause.withinMs === undefined ? "" : ` in ${formatDuration(clause.withinMs)}`;
  return `${engagementWords[clause.did]} ${clause.channel ?? "a message"}${within}`;
}
