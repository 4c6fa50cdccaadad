import { type AccountStory, tellAccounts } from "@/db/seed/story/account-story";
import { type EventStory, tellerOf } from "@/db/seed/story/event-story";
import { type PersonStory, tellPeople } from "@/db/seed/story/person-story";
import { tellAccount } from "@/db/seed/story/tell-account";
import { tellUse } from "@/db/seed/story/tell-use";
import { tellVoice } from "@/db/seed/story/tell-voice";

/** An account with its people and all that happened to them, oldest first. */
export interface Household {
  account: AccountStory;
  people: PersonStory[];
  events: EventStory[];
}

/** The whole demo: the same day gives the same story. */
export function tellStory(asOfMs: number): Household[] {
  return tellAccounts(asOfMs).map((account) => {
    const people = tellPeople(account, asOfMs);
    const events: EventStory[] = [];
    const tell = tellerOf(account, asOfMs, events);
    tellAccount(tell, account, people, asOfMs);
    for (const person of people) tellUse(tell, person, asOfMs);
    tellVoice(tell, account, people, asOfMs);
    events.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
    return { account, people, events };
  });
}
