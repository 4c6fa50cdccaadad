import { type ConsentChoice, writeConsents } from "@/db/queries/consent/write-consents";
import { loadConsent } from "@/db/queries/consent/load-consent";
import { addInbox } from "@/db/queries/inbox/add-inbox";
import { noteUnsubscribed } from "@/db/queries/message/note-unsubscribed";
import { type MessageChannel, messageChannel, type Purpose } from "@/lib/journey/kinds/config";
import { consentProblem } from "@/lib/policy/consent";
import { policy } from "@/lib/policy/policy";
import { type LinkScope, type LinkWorld, throughLink } from "@/lib/services/links/through-link";

const OPT_OUT_WORDING = "Unsubscribed by the link in a message.";
const PAGE_WORDING = "Chosen on the preference page.";

export type ChoosablePurpose = Exclude<Purpose, "transactional">;
export const choosablePurposes = ["marketing", "service"] as const satisfies readonly ChoosablePurpose[];

export interface Preference {
  channel: MessageChannel;
  purpose: ChoosablePurpose;
  /** Would a message of this kind be sent today? */
  isOn: boolean;
}

export interface OptOutPlace {
  senderName: string;
  channel: string;
  purpose: ChoosablePurpose;
  isTest: boolean;
  isDone: boolean;
}

/** What an unsubscribe link is about. Reading changes nothing: scanners open links. */
export function readOptOut(world: LinkWorld, token: string): Promise<OptOutPlace | null> {
  return throughLink(world, token, "unsubscribe", async (scope) => {
    const { consent } = await loadConsent(scope.tx, scope.link.bucket, scope.message.personId);
    const place = placeOf(scope);
    return { ...place, isDone: consent[`${place.channel}:${place.purpose}`] === "refused" };
  });
}

/** Refuse this channel and purpose from now on. Committed before it is acknowledged, and every later claim sees it. */
export function optOut(world: LinkWorld, token: string): Promise<OptOutPlace | null> {
  return throughLink(world, token, "unsubscribe", async (scope) => {
    const place = placeOf(scope);
    await choose(scope, [{ channel: place.channel, purpose: place.purpose, state: "refused" }], OPT_OUT_WORDING, false);
    return { ...place, isDone: true };
  });
}

/** What the person gets and does not get, per channel that has ever reached them. */
export function readPreferences(
  world: LinkWorld,
  token: string,
): Promise<{ senderName: string; isTest: boolean; preferences: Preference[] } | null> {
  return throughLink(world, token, "preferences", async (scope) => ({
    ...placeOf(scope),
    preferences: await preferencesOf(scope),
  }));
}

/** Write the toggles that changed. A toggle left as it was writes nothing, so that silence never becomes consent. */
export function savePreferences(
  world: LinkWorld,
  token: string,
  wanted: { on: ReadonlySet<string>; noMarketing: boolean },
): Promise<{ senderName: string; isTest: boolean; preferences: Preference[] } | null> {
  return throughLink(world, token, "preferences", async (scope) => {
    const before = await preferencesOf(scope);
    const choices: ConsentChoice[] = wanted.noMarketing
      ? messageChannel.options.map((channel) => ({ channel, purpose: "marketing", state: "refused" }))
      : before.flatMap(({ channel, purpose, isOn }) => {
          const isWanted = wanted.on.has(`${channel}:${purpose}`);
          return isWanted === isOn ? [] : [{ channel, purpose, state: isWanted ? "granted" : "refused" } as const];
        });
    await choose(scope, choices, PAGE_WORDING, wanted.noMarketing);
    return { ...placeOf(scope), preferences: await preferencesOf(scope) };
  });
}

async function preferencesOf({ tx, link, message, sender }: LinkScope): Promise<Preference[]> {
  const { consent, region, channels } = await loadConsent(tx, link.bucket, message.personId);
  const rules = policy.parse(sender.policy);
  const facts = { consent, region, zone: sender.zone, reachable: true, touches: [] };
  const shown = messageChannel.options.filter(
    (channel) =>
      channel === "email" ||
      channels.includes(channel) ||
      Object.keys(consent).some((key) => key.startsWith(`${channel}:`)),
  );
  return shown.flatMap((channel) =>
    choosablePurposes.map((purpose) => {
      const request = {
        key: "",
        channel,
        purpose,
        topic: "general",
        journeyId: null,
        priority: 0,
        automated: true,
        staleAtMs: 0,
      };
      return { channel, purpose, isOn: consentProblem(request, facts, rules) === null };
    }),
  );
}

async function choose(
  { tx, link, message, at }: LinkScope,
  choices: readonly ConsentChoice[],
  wording: string,
  allMarketing: boolean,
): Promise<void> {
  if (message.isTest || choices.length === 0) return;
  const { bucket } = link;
  const { personId, journeyId } = message;
  await writeConsents(tx, { bucket, personId, choices, source: `message:${message.id}`, wording, at });
  if (choices.some((one) => one.state === "refused")) await noteUnsubscribed(tx, bucket, message.id, at);
  await addInbox(
    tx,
    bucket,
    choices.map((one) => ({
      subjectId: personId,
      dueAt: at,
      item: { kind: "consent", ...one, journeyId: isAbout(one, message) ? journeyId : null, allMarketing },
    })),
  );
}

/** The journey of the message is left only when its own kind of message is refused (RULES S8). */
function isAbout(choice: ConsentChoice, message: { channel: string; purpose: string }): boolean {
  return choice.state === "refused" && choice.channel === message.channel && choice.purpose === message.purpose;
}

function placeOf({ sender, message }: LinkScope): OptOutPlace {
  return {
    senderName: sender.senderName || sender.name,
    channel: message.channel,
    purpose: message.purpose === "service" ? "service" : "marketing",
    isTest: message.isTest,
    isDone: false,
  };
}
