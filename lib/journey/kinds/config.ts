import { z } from "zod";
import { rule, when } from "@/lib/audience/rule";

const text = z.string().trim().max(500);
const ms = z
  .number()
  .int()
  .min(0)
  .max(5 * 366 * 86_400_000);
const scalar = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);

export const messageChannel = z.enum(["email", "in_app", "sms", "whatsapp", "push", "web", "chat"]);
export type MessageChannel = z.infer<typeof messageChannel>;
export const purpose = z.enum(["transactional", "service", "marketing"]);
export type Purpose = z.infer<typeof purpose>;

/** The content of a message. `body` is Liquid over HTML for e-mail, over text elsewhere. */
export const content = z.object({
  subject: z.string().max(300).default(""),
  preheader: z.string().max(200).default(""),
  body: z.string().max(100_000).default(""),
  callToAction: z.object({ label: text, url: z.string().max(2000) }).optional(),
});

/** What the author says about a touchpoint; whatever is missing is derived and marked assumed (RULES S17). */
export const brief = z.object({
  keyMessage: text.optional(),
  callToAction: text.optional(),
  successMetric: text.optional(),
});

export const messageConfig = z.object({
  channel: messageChannel.default("email"),
  purpose: purpose.default("marketing"),
  topic: z.string().max(60).default("general"),
  templateId: z.uuid().optional(),
  content: content.prefault({}),
  brief: brief.prefault({}),
  /** Recipients of an account journey (RULES S18); a person's journey reaches the person. */
  to: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("subject") }),
      z.object({ type: z.literal("primary") }),
      z.object({ type: z.literal("role"), role: text, atMost: z.number().int().positive().default(1) }),
    ])
    .default({ type: "subject" }),
  owner: z.enum(["system", "csm"]).default("system"),
  /** How long after acceptance engagement is waited for; 0 goes on at once through `sent`. */
  windowMs: ms.default(0),
  /** Split `engaged` into `clicked` and `opened` ("opened only"). */
  splitOpened: z.boolean().default(false),
  /** A held message older than this is dropped (RULES S5). */
  staleMs: ms.default(3 * 86_400_000),
  sendAnyway: z.boolean().default(false),
});

export const webhookConfig = z.object({
  url: z.string().max(2000).default(""),
  method: z.enum(["POST", "PUT"]).default("POST"),
  body: z.string().max(20_000).default("{}"),
});

export const taskConfig = z.object({
  type: z.enum(["call", "meeting", "to_do", "email"]).default("to_do"),
  title: z.string().max(200).default(""),
  notes: z.string().max(5000).default(""),
  owner: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("account_owner") }),
      z.object({ type: z.literal("user"), userId: z.uuid() }),
    ])
    .default({ type: "account_owner" }),
  fallbackUserId: z.uuid().optional(),
  dueMs: ms.default(2 * 86_400_000),
  keepOpen: z.boolean().default(false),
});

export const waitConfig = z.discriminatedUnion("type", [
  z.object({ type: z.literal("duration"), ms }),
  z.object({
    type: z.literal("time"),
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
    minuteOfDay: z.number().int().min(0).max(1439),
  }),
  z.object({ type: z.literal("date"), trait: z.string().max(200), offsetMs: z.number().int().default(0) }),
]);

export const waitForConfig = z.object({ when, timeoutMs: ms });

/** Cases in order, the first that holds wins, else `else`. Each case is a port named by its id. */
export const branchConfig = z.object({
  cases: z.array(z.object({ id: z.string().min(1).max(40), name: z.string().trim().min(1).max(80), rule })).max(20),
});

export const updateConfig = z.object({
  of: z.enum(["subject", "account"]).default("subject"),
  set: z
    .array(
      z.discriminatedUnion("op", [
        z.object({ op: z.literal("set"), trait: text, value: scalar }),
        z.object({ op: z.literal("add"), trait: text, by: z.number() }),
        z.object({ op: z.literal("unset"), trait: text }),
      ]),
    )
    .max(20)
    .default([]),
  /** Written for held-out subjects too (RULES S24). */
  inHoldout: z.boolean().default(false),
});

export const milestoneConfig = z.object({
  milestone: z.string().max(120).default(""),
  isGoal: z.boolean().default(false),
});
export const exitConfig = z.object({ outcome: z.enum(["success", "graceful"]).default("graceful") });

export const stepConfig = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("entry"), config: z.object({}).default({}) }),
  z.object({ kind: z.literal("message"), config: messageConfig }),
  z.object({ kind: z.literal("webhook"), config: webhookConfig }),
  z.object({ kind: z.literal("task"), config: taskConfig }),
  z.object({ kind: z.literal("wait"), config: waitConfig }),
  z.object({ kind: z.literal("wait_for"), config: waitForConfig }),
  z.object({ kind: z.literal("branch"), config: branchConfig }),
  z.object({ kind: z.literal("update"), config: updateConfig }),
  z.object({ kind: z.literal("milestone"), config: milestoneConfig }),
  z.object({ kind: z.literal("exit"), config: exitConfig }),
]);
export type StepConfig = z.infer<typeof stepConfig>;
export type KindName = StepConfig["kind"];
export type ConfigOf<K extends KindName> = Extract<StepConfig, { kind: K }>["config"];
