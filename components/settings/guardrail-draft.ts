import type { Guardrails } from "@/lib/contract/guardrail/guardrail-verbs";
import type { MessageChannel } from "@/lib/journey/kinds/config";
import type { Policy } from "@/lib/policy/policy";

const WEEK_MS = 7 * 86_400_000;

/** The channels a limit can be set for, as they stand in a sentence. */
export const capChannels = [
  { channel: "email", plural: "e-mails" },
  { channel: "sms", plural: "SMS" },
  { channel: "whatsapp", plural: "WhatsApp messages" },
  { channel: "push", plural: "push messages" },
  { channel: "in_app", plural: "in-app messages" },
] as const satisfies readonly { channel: MessageChannel; plural: string }[];

/** Guardrails while they are typed: null is a number that is not there. */
export interface GuardrailDraft {
  caps: Partial<Record<MessageChannel, { max: number | null; windowMs: number | null }>>;
  accountMax: number | null;
  accountWindowMs: number | null;
  quietHours: Policy["quietHours"];
  escalationSpacingMs: number | null;
  lowRiskMaxPeople: number | null;
  selfApproveLowRisk: boolean;
}

export function toDraft(policy: Policy): GuardrailDraft {
  const free = capChannels.map(({ channel }) => [channel, { max: null, windowMs: WEEK_MS }]);
  const set = policy.caps.map(({ channel, max, windowMs }) => [channel, { max, windowMs }]);
  return {
    caps: Object.fromEntries([...free, ...set]),
    accountMax: policy.accountCap.max,
    accountWindowMs: policy.accountCap.windowMs,
    quietHours: policy.quietHours,
    escalationSpacingMs: policy.escalationSpacingMs,
    lowRiskMaxPeople: policy.lowRiskMaxPeople,
    selfApproveLowRisk: policy.selfApproveLowRisk,
  };
}

/** What is sent: a channel without a number has no limit; any other number that is missing is sent as NaN and refused by name. */
export function toGuardrails(draft: GuardrailDraft): Guardrails {
  return {
    caps: (Object.entries(draft.caps) as [MessageChannel, { max: number | null; windowMs: number | null }][]).flatMap(
      ([channel, { max, windowMs }]) => (max === null ? [] : [{ channel, max, windowMs: windowMs ?? Number.NaN }]),
    ),
    accountCap: { max: draft.accountMax ?? Number.NaN, windowMs: draft.accountWindowMs ?? Number.NaN },
    quietHours: draft.quietHours,
    escalationSpacingMs: draft.escalationSpacingMs ?? Number.NaN,
    lowRiskMaxPeople: draft.lowRiskMaxPeople ?? Number.NaN,
    selfApproveLowRisk: draft.selfApproveLowRisk,
  };
}
