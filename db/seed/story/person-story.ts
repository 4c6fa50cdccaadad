import { bucketOf } from "@/lib/hash/bucket-of";
import { idOf } from "@/lib/hash/id-of";
import { type SeededRandom, seededRandom } from "@/lib/hash/seeded-random";
import { type AccountStory, DAY_MS } from "@/db/seed/story/account-story";
import { firstNames, lastNames } from "@/db/seed/story/words";

export interface PersonStory {
  id: string;
  bucket: number;
  account: AccountStory;
  place: number;
  firstName: string;
  lastName: string;
  email: string;
  role: "champion" | "admin" | "sponsor" | "user" | "analyst";
  title: string;
  joinedMs: number;
  /** Days between sign-up and the first sign-in; null when there is none. */
  firstLoginAfterDays: number | null;
  /** Chance to sign in on a working day of a lively account. */
  keenness: number;
  marketing: "granted" | "refused" | "unknown";
  consentSource: string;
}

const titles = {
  champion: ["Head of Operations", "Operations Lead", "Product Owner"],
  admin: ["IT Manager", "Systems Administrator", "Platform Engineer"],
  sponsor: ["Chief Operating Officer", "VP Operations", "Finance Director"],
  user: ["Coordinator", "Planner", "Team Lead", "Specialist", "Dispatcher"],
  analyst: ["Business Analyst", "Data Analyst", "Controller"],
} as const;

/** Champion, admin and sponsor come with the contract; the team follows as it grows. */
const firstRoles = ["champion", "admin", "sponsor"] as const;

export function tellPeople(account: AccountStory, asOfMs: number): PersonStory[] {
  const ageDays = Math.round((asOfMs - account.startMs) / DAY_MS);
  const taken = new Set<string>();
  const people: PersonStory[] = [];
  for (let place = 0; place < account.peopleTarget; place++) {
    const random = seededRandom("person", account.slug, String(place));
    const joinDay = joinDayOf(account, place, random);
    if (joinDay >= ageDays || account.startMs + joinDay * DAY_MS > account.endMs - 30 * DAY_MS) continue;
    people.push(tellPerson(account, place, joinDay, random, taken));
  }
  return people;
}

function joinDayOf(account: AccountStory, place: number, random: SeededRandom): number {
  if (place < firstRoles.length) return place === 0 ? 0 : random.whole(1, 6);
  if (place < 6) return random.whole(4, Math.max(8, Math.round(account.goLiveDay * 0.8)));
  const share = (place - 5) / Math.max(1, account.peopleTarget - 5);
  const spreadDays = account.course === "grower" ? 300 : account.course === "slow" ? 330 : 190;
  return Math.max(8, Math.round(account.goLiveDay * 0.5 + share * spreadDays + random.whole(-12, 12)));
}

function tellPerson(
  account: AccountStory,
  place: number,
  joinDay: number,
  random: SeededRandom,
  taken: Set<string>,
): PersonStory {
  const [firstName, lastName, local] = freshName(random, taken);
  const role = firstRoles[place] ?? (random.chance(0.2) ? "analyst" : "user");
  const id = idOf("person", account.slug, String(place));
  const joinedMs =
    account.startMs + joinDay * DAY_MS + random.whole(7 * 60, 16 * 60) * 60_000 + random.whole(0, 59_999);
  const draw = random.next();
  return {
    id,
    bucket: bucketOf(id),
    account,
    place,
    firstName,
    lastName,
    email: `${local}@${account.slug}.test`,
    role,
    title: random.pick(titles[role]),
    joinedMs,
    firstLoginAfterDays: place === 0 ? 0 : firstLogin(account, random),
    keenness:
      role === "sponsor"
        ? 0.05
        : role === "champion" || role === "admin"
          ? 0.5
          : random.pick([0.6, 0.34, 0.26, 0.19, 0.1]),
    marketing: draw < 0.8 ? "granted" : draw < 0.86 ? "refused" : "unknown",
    consentSource: random.pick(["sign-up form", "sign-up form", "preference page", "imported from CRM"]),
  };
}

function firstLogin(account: AccountStory, random: SeededRandom): number | null {
  const reluctant = account.course === "slow" || account.course === "churned";
  const draw = random.next();
  if (draw < (reluctant ? 0.4 : 0.62)) return random.whole(0, 2);
  if (draw < (reluctant ? 0.84 : 0.95)) return random.whole(3, 16);
  return null;
}

function freshName(random: SeededRandom, taken: Set<string>): [string, string, string] {
  for (;;) {
    const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
    const local = `${first}.${last}`.toLowerCase();
    if (taken.has(local)) continue;
    taken.add(local);
    return [first, last, local];
  }
}
