import type { Policy } from "@/lib/policy/policy";
import type { Household as WalkHousehold, HouseholdEscalation, WalkedJourney } from "@/lib/simulation/household";
import { walkHousehold } from "@/lib/simulation/walk-household";
import type { Walked } from "@/lib/simulation/walked";
import { type CriterionFound, CriteriaFinder } from "@/db/seed/criteria-finder";
import { AccountReviewer, dayOf } from "@/db/seed/account-review";
import { respondentsOf } from "@/db/seed/respondents";
import { segmentIdByName } from "@/db/seed/segments";
import { DAY_MS } from "@/db/seed/story/account-story";
import type { PersonStory } from "@/db/seed/story/person-story";
import { tellEscalations } from "@/db/seed/story/tell-escalations";
import type { Household } from "@/db/seed/story/tell-story";
import type { Health } from "@/lib/health/health";

/** Events that change an account's derived traits enough to look at once; the rest waits for the weekly review. */
const reviewAfter: ReadonlySet<string> = new Set([
  "contract_signed",
  "go_live",
  "feature_activated",
  "use_case_started",
  "contract_renewed",
  "reference_given",
]);

export interface WalkedHousehold extends Household {
  walked: Walked;
  escalations: HouseholdEscalation[];
  /** The account's traits at the end, stage included. */
  traits: Record<string, unknown>;
  segments: { segmentId: string; sinceMs: number }[];
  scores: { day: string; health: Health; stage: string | null }[];
  /** Exit criteria of stages, when they first held. */
  criteria: CriterionFound[];
}

/** Walk one household of the story through the journeys with the core that runs them live. */
export function walkStory(
  household: Household,
  journeys: readonly WalkedJourney[],
  policy: Policy,
  asOfMs: number,
): WalkedHousehold {
  const { account, people, events } = household;
  const escalations = tellEscalations(account, asOfMs);
  const reviewer = new AccountReviewer(household);
  const finder = new CriteriaFinder(household);
  const scores: WalkedHousehold["scores"] = [];
  const since = new Map<string, number>();
  let traits: Record<string, unknown> = {};
  const input: WalkHousehold = {
    account: { id: account.id, zone: account.zone, ownerId: account.ownerId },
    people: people.map(personOf),
    events: events.map((event) => ({
      name: event.name,
      atMs: event.atMs,
      properties: event.properties,
      personId: event.person?.id ?? null,
    })),
    escalations,
    reviewsAtMs: reviewTimes(account.startMs, asOfMs),
    reviewAfter,
    review(nowMs, stage) {
      const found = reviewer.at(nowMs);
      traits = { ...found.traits, stage };
      const day = dayOf(nowMs);
      if (scores.at(-1)?.day === day) scores.pop();
      scores.push({ day, health: found.health, stage });
      finder.look(nowMs, stage, traits);
      const now = new Set(found.segments.flatMap((name) => segmentIdByName.get(name) ?? []));
      for (const id of since.keys()) if (!now.has(id)) since.delete(id);
      for (const id of now) if (!since.has(id)) since.set(id, nowMs);
      return { traits, segments: new Set(since.keys()) };
    },
  };
  const walked = walkHousehold(input, {
    journeys,
    policy,
    respondents: respondentsOf(household, asOfMs),
    untilMs: asOfMs,
  });
  const segments = [...since].map(([segmentId, sinceMs]) => ({ segmentId, sinceMs }));
  const stage = walked.stays.at(-1);
  const current = stage?.leftAtMs === null ? stage.stage : null;
  return {
    ...household,
    walked,
    escalations,
    traits: { ...traits, stage: current },
    segments,
    scores,
    criteria: finder.finish(walked.stays),
  };
}

/** Every Saturday at 02:00 UTC, when a working week is over, and at the very end. */
function reviewTimes(fromMs: number, asOfMs: number): number[] {
  const times: number[] = [];
  const firstDay = Math.floor(fromMs / DAY_MS);
  for (let day = firstDay + ((9 - (firstDay % 7)) % 7); day * DAY_MS < asOfMs; day += 7)
    times.push(day * DAY_MS + 2 * 3_600_000);
  return [...times.filter((atMs) => atMs < asOfMs - 1), asOfMs - 1];
}

function personOf(person: PersonStory): WalkHousehold["people"][number] {
  const { marketing } = person;
  return {
    id: person.id,
    role: person.role,
    zone: person.account.zone,
    region: person.account.region,
    traits: {
      ...personTraits(person),
      id: person.id,
      externalId: externalIdOf(person),
      email: person.email,
      name: `${person.firstName} ${person.lastName}`,
      region: person.account.region,
      zone: person.account.zone,
    },
    sinceMs: person.joinedMs,
    consent: marketing === "unknown" ? {} : { "email:marketing": marketing },
    channels: new Set(["email", "in_app"]),
  };
}

/** Traits as the product sends them with `identify`. */
export function personTraits(person: PersonStory): Record<string, unknown> {
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    role: person.role,
    title: person.title,
    signedUpAt: new Date(person.joinedMs).toISOString(),
  };
}

/** The id under which the demo's own product knows a person. */
export function externalIdOf(person: PersonStory): string {
  return `u_${person.id.slice(0, 8)}`;
}
