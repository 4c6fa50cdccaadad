import { z } from "zod";
import { rule, when } from "@/lib/audience/rule";
import { stepConfig } from "@/lib/journey/kinds/config";

export const STATES_MAX = 7;
export const STEPS_MAX = 2000;

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/i, "Use letters, digits, - and _, at most 40.");
const label = z.string().trim().min(1).max(120);
const share = z.number().min(0).max(1);
export const durationMs = z
  .number()
  .int()
  .min(0)
  .max(5 * 366 * 86_400_000);

/** Where an expectation comes from. `assumed` is a default nobody has looked at (RULES S17). */
export const expectationSource = z.enum(["assumed", "estimate", "benchmark", "historical"]);
export const expectation = z.object({ share, source: expectationSource, note: z.string().max(300).optional() });
export const dwell = z.object({ medianMs: durationMs, p90Ms: durationMs });

export const measure = z.object({
  name: label,
  when,
  targetShare: share.optional(),
  valuePerConversion: z.number().min(0).optional(),
});

export const trigger = z.discriminatedUnion("type", [
  z.object({ type: z.literal("event"), event: z.string().trim().min(1).max(200) }),
  z.object({ type: z.literal("segment"), segmentId: z.uuid(), on: z.enum(["entered", "left"]).default("entered") }),
  z.object({ type: z.literal("date"), trait: z.string().min(1).max(200), offsetMs: z.number().int().default(0) }),
  z.object({ type: z.literal("schedule"), cron: z.string().min(1).max(100), zone: z.string().optional() }),
  z.object({ type: z.literal("manual") }),
  z.object({ type: z.literal("handoff") }),
]);
export type Trigger = z.infer<typeof trigger>;

export const entry = z.object({
  trigger,
  where: rule.optional(),
  /** A property of the entry event whose value allows one enrollment each, such as `orderId`. */
  key: z.string().max(200).optional(),
  reentry: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("never") }),
      z.object({ type: z.literal("after"), ms: durationMs }),
      z.object({ type: z.literal("always") }),
    ])
    .default({ type: "never" }),
  whileActive: z.enum(["ignore", "restart"]).default("ignore"),
  audienceLimit: z.number().int().positive().optional(),
  /** An event older than this when received is history and enters nobody (RULES S6). */
  freshMs: durationMs.default(86_400_000),
});

export const criterion = z.object({ id, name: label, when });
export type Criterion = z.infer<typeof criterion>;

export const state = z.object({
  id,
  name: label,
  stage: z.string().max(40).optional(),
  /** Asked when a path crosses into the state; all must hold (RULES S26). */
  entryCriteria: z.array(criterion).max(20).default([]),
  /** First in the list wins; the subject goes to `then`. `expected` as on a path (RULES S22). */
  exitCriteria: z
    .array(criterion.extend({ then: id, expected: expectation.optional(), dwell: dwell.optional() }))
    .max(20)
    .default([]),
  timeout: z.object({ afterMs: durationMs, then: id, expected: expectation.optional() }).optional(),
  objectives: z
    .array(z.object({ id, name: label, target: z.number(), unit: z.string().max(20).default(""), of: when.optional() }))
    .max(20)
    .default([]),
  reactions: z
    .array(
      z.object({
        id,
        when: z.discriminatedUnion("type", [
          ...when.options,
          z.object({ type: z.literal("day"), day: z.number().int().min(0) }),
          z.object({ type: z.literal("every"), ms: durationMs }),
        ]),
        limit: z.number().int().positive().default(1),
        firstStep: id,
        finish: z.boolean().default(false),
      }),
    )
    .max(40)
    .default([]),
});
export type State = z.infer<typeof state>;

export const step = z.intersection(z.object({ id, state: id, name: label, off: z.boolean().optional() }), stepConfig);
export type Step = z.infer<typeof step>;

export const path = z.object({
  from: id,
  port: z.string().min(1).max(60),
  to: id,
  expected: expectation.optional(),
  dwell: dwell.optional(),
});
export type Path = z.infer<typeof path>;

/** A journey as designed. No positions: those live beside it, so that moving a card changes nothing that runs. */
export const journeyDocument = z.object({
  schema: z.literal(1),
  name: label,
  purpose: z.string().max(2000).default(""),
  subject: z.enum(["person", "account"]),
  priority: z.number().int().min(0).max(100).default(50),
  exclusionGroup: z.string().max(60).optional(),
  rollout: share.default(1),
  measure: z
    .object({
      primary: measure.optional(),
      secondary: z.array(measure).max(10).default([]),
      diagnostics: z.array(measure).max(10).default([]),
    })
    .default({ secondary: [], diagnostics: [] }),
  entry,
  exit: z
    .array(z.object({ id, name: label, when, outcome: z.enum(["success", "graceful"]) }))
    .max(20)
    .default([]),
  holdout: share.default(0),
  variants: z
    .array(z.object({ id, name: label, where: rule }))
    .max(20)
    .default([]),
  states: z.array(state).max(50),
  steps: z.array(step).max(STEPS_MAX),
  paths: z.array(path).max(STEPS_MAX * 4),
});
export type JourneyDocument = z.infer<typeof journeyDocument>;
