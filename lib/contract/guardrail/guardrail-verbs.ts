import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";
import { messageChannel } from "@/lib/journey/kinds/config";
import type { Policy } from "@/lib/policy/policy";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const whole = (min: number, max: number) => {
  const sentence = `Give a whole number from ${min} to ${max.toLocaleString("en")}.`;
  return z.number(sentence).int(sentence).min(min, sentence).max(max, sentence);
};
const span = (minMs: number, maxMs: number, sentence: string) =>
  z.number(sentence).int(sentence).min(minMs, sentence).max(maxMs, sentence);

const windowMs = span(HOUR_MS, 90 * DAY_MS, "Give a time from 1 hour to 90 days.");
const max = whole(0, 1000);
const minute = whole(0, 1440);

function once<T>(keyOf: (item: T) => string, sentence: string) {
  return (items: T[], check: z.core.$RefinementCtx) => {
    for (const [place, item] of items.entries())
      if (items.findIndex((other) => keyOf(other) === keyOf(item)) < place)
        check.addIssue({ code: "custom", path: [place], message: sentence });
  };
}

/** The guardrails a person may change; the consent packs come with Waymark. */
export const guardrails = z.strictObject({
  caps: z
    .array(z.strictObject({ channel: messageChannel, max, windowMs }))
    .superRefine(once((cap) => cap.channel, "This channel has a limit already.")),
  accountCap: z.strictObject({ max, windowMs }),
  quietHours: z.strictObject({
    fromMinute: minute,
    toMinute: minute,
    channels: z.array(messageChannel).superRefine(once((channel) => channel, "This channel is named twice.")),
  }),
  escalationSpacingMs: span(0, 30 * DAY_MS, "Give a time of at most 30 days."),
  lowRiskMaxPeople: whole(0, 1_000_000),
  selfApproveLowRisk: z.boolean("Say yes or no."),
});
export type Guardrails = z.output<typeof guardrails>;

export const readPolicyContract = contract({ name: "policy.read", roles: everyone, input: z.object({}), audit: null });

/** What is left out stays as it is. */
export const savePolicyContract = contract({
  name: "policy.save",
  roles: ["manager"],
  input: guardrails.partial(),
  audit: "policy.saved",
});

export interface PolicyRead {
  policy: Policy;
  /** Which parts are not the defaults. */
  changed: string[];
}
