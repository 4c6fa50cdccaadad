import { z } from "zod";
import { operators } from "@/lib/audience/operators";

/** A condition over traits, events, segments and engagement: one JSON tree for UI, API and engine. */
export type Rule =
  | { kind: "all"; rules: Rule[] }
  | { kind: "any"; rules: Rule[] }
  | { kind: "not"; rule: Rule }
  | TraitClause
  | EventClause
  | SegmentClause
  | EngagementClause;

const name = z.string().trim().min(1).max(200);
const scalar = z.union([z.string().max(2000), z.number(), z.boolean()]);

export const operatorName = z.enum(Object.keys(operators) as [OperatorName, ...OperatorName[]]);
export type OperatorName = keyof typeof operators;

/** `of: subject` is whoever the journey moves; `account` is the person's account; `context` is the enrollment's. */
export const traitClause = z.object({
  kind: z.literal("trait"),
  of: z.enum(["subject", "account", "context"]).default("subject"),
  trait: name,
  op: operatorName,
  value: z.union([scalar, z.array(scalar).max(500)]).optional(),
});
export type TraitClause = z.infer<typeof traitClause>;

export const propertyClause = z.object({
  property: name,
  op: operatorName,
  value: z.union([scalar, z.array(scalar).max(500)]).optional(),
});
export type PropertyClause = z.infer<typeof propertyClause>;

export const countOperator = z.enum(["at_least", "at_most", "exactly"]);
export type CountOperator = z.infer<typeof countOperator>;

/** `withinMs` looks back from now; without it, over all history kept. */
export const eventClause = z.object({
  kind: z.literal("event"),
  event: name,
  where: z.array(propertyClause).max(20).default([]),
  count: countOperator.default("at_least"),
  times: z.number().int().min(0).max(100_000).default(1),
  withinMs: z.number().int().positive().optional(),
});
export type EventClause = z.infer<typeof eventClause>;

export const segmentClause = z.object({
  kind: z.literal("segment"),
  segmentId: z.uuid(),
  is: z.boolean().default(true),
});
export type SegmentClause = z.infer<typeof segmentClause>;

export const engagementKind = z.enum(["sent", "opened", "clicked", "replied"]);
export const engagementClause = z.object({
  kind: z.literal("engagement"),
  did: engagementKind,
  channel: z.string().max(40).optional(),
  count: countOperator.default("at_least"),
  times: z.number().int().min(0).max(100_000).default(1),
  withinMs: z.number().int().positive().optional(),
});
export type EngagementClause = z.infer<typeof engagementClause>;

const RULE_DEPTH_MAX = 6;

function depthOf(rule: Rule): number {
  if (rule.kind === "all" || rule.kind === "any") return 1 + Math.max(0, ...rule.rules.map(depthOf));
  return rule.kind === "not" ? 1 + depthOf(rule.rule) : 1;
}

const tree: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.object({ kind: z.literal("all"), rules: z.array(tree).max(50) }),
    z.object({ kind: z.literal("any"), rules: z.array(tree).max(50) }),
    z.object({ kind: z.literal("not"), rule: tree }),
    traitClause,
    eventClause,
    segmentClause,
    engagementClause,
  ]),
);

export const rule = tree.refine((value) => depthOf(value) <= RULE_DEPTH_MAX, {
  message: `A rule may be nested ${RULE_DEPTH_MAX} levels deep. Move the inner part into a segment.`,
});

/** Something that happens: an event with an optional filter, or a rule that becomes true. */
export const when = z.discriminatedUnion("type", [
  z.object({ type: z.literal("event"), event: name, where: z.array(propertyClause).max(20).default([]) }),
  z.object({ type: z.literal("rule"), rule }),
]);
export type When = z.infer<typeof when>;
