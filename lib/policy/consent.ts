import type { GateRequest, PersonGateFacts, Reason } from "@/lib/policy/gate-types";
import type { Policy } from "@/lib/policy/policy";

/** Channels where silence is a no everywhere (RULES S9). */
const optInEverywhere: ReadonlySet<string> = new Set(["sms", "whatsapp", "push"]);
/** Channels inside the product: shown to whoever uses it, so silence is no refusal. */
const insideProduct: ReadonlySet<string> = new Set(["in_app", "web", "chat"]);

/** The pack of rules for a region (ISO 3166 alpha-2), the one for everybody else when none names it. */
function packFor(region: string | null, { consentPacks }: Policy) {
  const named = region === null ? undefined : consentPacks.find((pack) => pack.countries.includes(region));
  return named ?? consentPacks.find((pack) => pack.countries.includes("*"));
}

/** Why the person must not be written to on this channel for this purpose; null when they may be (RULES S9). */
export function consentProblem(
  { channel, purpose }: GateRequest,
  { consent, region }: PersonGateFacts,
  policy: Policy,
): Reason | null {
  if (purpose === "transactional") return null;
  const given = consent[`${channel}:${purpose}`];
  if (given === "refused") return { code: "consent.refused", detail: { channel, purpose } };
  if (given === "granted" || purpose === "service") return null;
  const unknown = { code: "consent.unknown", detail: { channel, purpose, region } };
  if (optInEverywhere.has(channel)) return unknown;
  const pack = packFor(region, policy);
  const meaning = pack?.unknownMarketing[channel] ?? (insideProduct.has(channel) ? "allowed" : "refused");
  // Where the person is unknown, the strict reading holds whatever the packs say.
  const isAllowed = meaning === "allowed" && (region !== null || insideProduct.has(channel));
  return isAllowed
    ? null
    : { ...unknown, detail: { ...unknown.detail, pack: pack?.region ?? null, asOf: pack?.asOf ?? null } };
}
