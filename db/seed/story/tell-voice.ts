import { type SeededRandom, seededRandom } from "@/lib/hash/seeded-random";
import { type AccountStory, DAY_MS } from "@/db/seed/story/account-story";
import { activityOn } from "@/db/seed/story/activity";
import { type Tell, workingTimeMs } from "@/db/seed/story/event-story";
import type { PersonStory } from "@/db/seed/story/person-story";
import { ticketSubjects } from "@/db/seed/story/words";

const TICKETS_PER_PERSON_DAY = 0.004;

/** What customers say: tickets, satisfaction after them, and the quarterly question of recommendation. */
export function tellVoice(tell: Tell, account: AccountStory, people: readonly PersonStory[], asOfMs: number): void {
  const random = seededRandom("voice", account.slug);
  const lastDay = Math.round((asOfMs - account.startMs) / DAY_MS);
  let number = 0;
  for (let day = 3; day < lastDay; day++) {
    const present = people.filter((person) => person.joinedMs < account.startMs + day * DAY_MS);
    const unhappy = 1.6 - account.mood;
    const expected = TICKETS_PER_PERSON_DAY * present.length * unhappy * Math.max(0.15, activityOn(account, day));
    if (present.length > 0 && random.chance(expected))
      tellTicket(tell, account, random.pick(present), day, `${account.slug}-${++number}`, random);
    if (day >= 75 && day % 91 === 75) for (const person of present) tellScore(tell, account, person, day, random);
  }
  if (account.slug === "northwind-freight") tellOutage(tell, account, people);
}

function tellTicket(
  tell: Tell,
  account: AccountStory,
  person: PersonStory,
  day: number,
  ticketId: string,
  random: SeededRandom,
): void {
  const openedMs = account.startMs + day * DAY_MS + workingTimeMs(account, random.next());
  const hours = random.around(account.mood > 0.65 ? 14 : 40, 0.9);
  const severity = random.pick(["low", "normal", "normal", "high"]);
  tell("ticket_opened", openedMs, person, { ticketId, subject: random.pick(ticketSubjects), severity });
  const closedMs = openedMs + hours * 3_600_000;
  tell("ticket_closed", closedMs, person, { ticketId, hours: Math.round(hours) });
  if (random.chance(0.5))
    tell("csat_answered", closedMs + random.around(5, 0.8) * 3_600_000, person, {
      ticketId,
      score: starsOf(account.mood, random),
    });
}

function tellScore(tell: Tell, account: AccountStory, person: PersonStory, day: number, random: SeededRandom): void {
  if (!random.chance(person.place < 3 ? 0.7 : 0.25)) return;
  const fallen = account.declineDay !== null && day > account.declineDay ? 0.25 : 0;
  const score = Math.round(10 * Math.min(1, Math.max(0, account.mood - fallen + 0.06 + 0.13 * random.normal())));
  tell(
    "nps_answered",
    account.startMs + (day + random.whole(0, 9)) * DAY_MS + workingTimeMs(account, random.next()),
    person,
    { score },
  );
}

function starsOf(mood: number, random: SeededRandom): number {
  return Math.min(5, Math.max(1, Math.round(1.2 + 4 * mood + 0.7 * random.normal())));
}

/** The single sign-on outage of Northwind Freight and how it was received. */
function tellOutage(tell: Tell, account: AccountStory, people: readonly PersonStory[]): void {
  const admin = people[1] ?? null;
  const champion = people[0] ?? null;
  const at = (day: number, hour: number) => account.startMs + day * DAY_MS + hour * 3_600_000;
  tell("ticket_opened", at(166, 7.2), admin, {
    ticketId: "northwind-sso",
    subject: "Single sign-on fails for everyone",
    severity: "critical",
  });
  tell("ticket_closed", at(172, 10), admin, { ticketId: "northwind-sso", hours: 147 });
  tell("csat_answered", at(172, 13), admin, {
    ticketId: "northwind-sso",
    score: 3,
    comment: "Fixed in the end, but we heard nothing for four days.",
  });
  tell("csat_answered", at(178, 9), champion, { score: 4 });
  tell("nps_answered", at(180, 11), champion, { score: 7 });
}
