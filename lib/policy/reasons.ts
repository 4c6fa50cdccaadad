import type { Reason } from "@/lib/policy/gate-types";
import { formatDuration } from "@/lib/time/format-duration";

type Detail = Readonly<Record<string, unknown>>;

const channelNames: Readonly<Record<string, string>> = {
  email: "e-mail",
  sms: "SMS",
  whatsapp: "WhatsApp",
  in_app: "in-app",
  push: "push",
  web: "web",
  chat: "chat",
};

export function channelName(channel: unknown): string {
  return typeof channel === "string" ? (channelNames[channel] ?? channel) : "message";
}

const word = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "…");
const duration = (value: unknown): string => (typeof value === "number" ? formatDuration(value) : "some time");

/** 1260 as "21:00". */
function clock(minute: unknown): string {
  if (typeof minute !== "number") return "…";
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function lastPlace({ usedBy }: Detail): string {
  if (typeof usedBy !== "object" || usedBy === null) return "";
  const { name } = usedBy as { name?: unknown };
  return typeof name === "string"
    ? ` ${name} took the last place.`
    : " A message outside journeys took the last place.";
}

/** Every reason why a touchpoint was sent, held or dropped, in words: the gate's own and the channels'. */
export const reasons = {
  ok: () => "Nothing stood against it.",
  unreachable: (d: Detail) => `There is no ${channelName(d.channel)} address.`,
  "consent.refused": (d: Detail) => `Refused ${word(d.purpose)} messages by ${channelName(d.channel)}.`,
  "consent.unknown": (d: Detail) =>
    `Never agreed to ${word(d.purpose)} messages by ${channelName(d.channel)}, which ${typeof d.region === "string" ? d.region : "an unknown region"} requires.`,
  "cap.channel": (d: Detail) =>
    `Limit reached: ${word(d.max)} by ${channelName(d.channel)} in ${duration(d.windowMs)}.${lastPlace(d)}`,
  "cap.account": (d: Detail) =>
    `Limit reached: ${word(d.max)} to the account in ${duration(d.windowMs)}.${lastPlace(d)}`,
  quiet_hours: (d: Detail) => `Quiet hours from ${clock(d.fromMinute)} to ${clock(d.toMinute)} in ${word(d.zone)}.`,
  "escalation.open": (d: Detail) => `The account has an open escalation: ${word(d.title)}.`,
  "escalation.spacing": (d: Detail) => `At least ${duration(d.spacingMs)} apart after an escalation.`,
  stale: (d: Detail) =>
    typeof d.because === "string" ? "It would go out too late to be useful." : "It waited too long to be useful.",
  "journey.paused": () => "The journey is paused.",
  no_recipient: () => "Nobody at the account fits the recipient this step asks for.",
  unsubscribed: () => "Unsubscribed.",
  "liquid.wrong": () => "The text could not be filled in.",
  "liquid.too_slow": () => "Filling in the text took too long.",
  "liquid.too_big": () => "The text grew too long when filled in.",
  "smtp.refused": () => "The mail server refused it for good.",
  "smtp.address": () => "The mail server does not know the address.",
  "smtp.auth": () => "The mail server did not accept our sign-in.",
  "smtp.later": () => "The mail server asked to try later.",
  "smtp.no_answer": () => "The mail server did not answer in time.",
  "smtp.unreachable": () => "The mail server could not be reached.",
  "webhook.refused": () => "The address refused the call.",
  "webhook.later": () => "The address asked to try later.",
  "webhook.no_answer": () => "The address did not answer in time.",
  "webhook.unreachable": () => "The address could not be reached.",
  "webhook.redirect": () => "The address pointed elsewhere.",
  "webhook.private_address": () => "The address is inside a private network.",
  "webhook.address": () => "The address cannot be read.",
} as const satisfies Record<string, (detail: Detail) => string>;

export type ReasonCode = keyof typeof reasons;

/** A reason as a sentence. A code that is not in the table, such as a provider's, is shown as it is. */
export function describeReason({ code, detail }: Reason): string {
  if (!Object.hasOwn(reasons, code)) return `${code.replaceAll(/[._]/g, " ")}.`;
  return reasons[code as ReasonCode](detail);
}
