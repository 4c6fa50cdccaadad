import { z } from "zod";
import { messageChannel } from "@/lib/journey/kinds/config";

const DAY_MS = 86_400_000;
const minute = z.number().int().min(0).max(1440);

export const consentPack = z.object({
  region: z.string(),
  /** Regions (ISO 3166 alpha-2) the pack covers; `*` is everybody else. */
  countries: z.array(z.string()),
  /** What an unknown consent to marketing on a channel means here. */
  unknownMarketing: z.record(z.string(), z.enum(["allowed", "refused"])),
  asOf: z.string(),
});

/** The workspace's guardrails. Defaults are those of the design; changing one is audited. */
export const policy = z.object({
  caps: z
    .array(z.object({ channel: messageChannel, max: z.number().int().min(0), windowMs: z.number().int().positive() }))
    .default([
      { channel: "email", max: 3, windowMs: 7 * DAY_MS },
      { channel: "sms", max: 2, windowMs: 7 * DAY_MS },
      { channel: "push", max: 1, windowMs: DAY_MS },
    ]),
  /** Automated touchpoints per account. */
  accountCap: z
    .object({ max: z.number().int().min(0), windowMs: z.number().int().positive() })
    .default({ max: 3, windowMs: 7 * DAY_MS }),
  /** Local minutes of the day; from > to spans midnight. */
  quietHours: z
    .object({ fromMinute: minute, toMinute: minute, channels: z.array(messageChannel) })
    .default({ fromMinute: 21 * 60, toMinute: 8 * 60, channels: ["sms", "push", "whatsapp"] }),
  /** Least time between two held touchpoints let go after an escalation closes (RULES S15). */
  escalationSpacingMs: z.number().int().default(DAY_MS),
  reviewBelow: z.object({ score: z.number(), coverage: z.number() }).default({ score: 40, coverage: 0.5 }),
  lowRiskMaxPeople: z.number().int().default(500),
  selfApproveLowRisk: z.boolean().default(true),
  consentPacks: z.array(consentPack).default([
    {
      region: "Opt-in",
      countries: ["*"],
      unknownMarketing: { email: "refused" },
      asOf: "2026-11-01",
    },
    { region: "United States", countries: ["US"], unknownMarketing: { email: "allowed" }, asOf: "2026-11-01" },
  ]),
});
export type Policy = z.infer<typeof policy>;
export const defaultPolicy: Policy = policy.parse({});
