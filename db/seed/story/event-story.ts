import { idOf } from "@/lib/hash/id-of";
import { type AccountStory, DAY_MS } from "@/db/seed/story/account-story";
import type { PersonStory } from "@/db/seed/story/person-story";

/** An event that happened in the demo, as it is stored: in its person's bucket, else its account's. */
export interface EventStory {
  id: string;
  bucket: number;
  name: string;
  atMs: number;
  account: AccountStory;
  person: PersonStory | null;
  properties: Record<string, unknown>;
}

/** Add the event; whoever tells a story keeps its own list. */
export type Tell = (
  name: string,
  atMs: number,
  person: PersonStory | null,
  properties?: Record<string, unknown>,
) => void;

/** A teller for one account that drops what lies outside `[the contract's start, asOf)` or after its end. */
export function tellerOf(account: AccountStory, asOfMs: number, into: EventStory[]): Tell {
  let count = 0;
  const lastMs = account.course === "churned" ? Math.min(asOfMs, account.endMs + DAY_MS) : asOfMs;
  return (name, atMs, person, properties = {}) => {
    count++;
    if (atMs < account.startMs || atMs >= lastMs) return;
    into.push({
      id: idOf("event", account.slug, String(count)),
      bucket: person?.bucket ?? account.bucket,
      name,
      atMs: Math.round(atMs),
      account,
      person,
      properties,
    });
  };
}

/** Milliseconds after midnight UTC of a moment in the working day of the account's place. */
export function workingTimeMs(account: AccountStory, share: number): number {
  const hour = 8.2 + share * 9.3 - offsetHours[account.zone as keyof typeof offsetHours];
  return ((hour + 24) % 24) * 3_600_000;
}

/** Standard time, near enough to place the working day. */
const offsetHours = {
  "America/New_York": -5,
  "America/Chicago": -6,
  "America/Los_Angeles": -8,
  "America/Toronto": -5,
  "Europe/London": 0,
  "Europe/Berlin": 1,
  "Europe/Paris": 1,
  "Europe/Amsterdam": 1,
  "Europe/Madrid": 1,
  "Europe/Stockholm": 1,
  "Australia/Sydney": 10,
  "Asia/Singapore": 8,
  "Asia/Kolkata": 5.5,
} as const;

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(atMs: number): number {
  return ((Math.floor(atMs / DAY_MS) + 3) % 7) + 1;
}
