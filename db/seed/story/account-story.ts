import { bucketOf } from "@/lib/hash/bucket-of";
import { idOf } from "@/lib/hash/id-of";
import { type SeededRandom, seededRandom } from "@/lib/hash/seeded-random";
import { companyFirst, features, industries, places } from "@/db/seed/story/words";
import { csmEmails } from "@/db/seed/story/team";

export const DAY_MS = 86_400_000;
export const HISTORY_DAYS = 548;
export const ACCOUNT_COUNT = 240;

/** How an account's use develops. */
export type Course = "grower" | "steady" | "slow" | "decliner" | "churned";

/** An account and the course it takes. Days count from the contract's start. */
export interface AccountStory {
  id: string;
  bucket: number;
  slug: string;
  name: string;
  industry: string;
  plan: "Starter" | "Team" | "Business" | "Enterprise";
  arr: number;
  seats: number;
  zone: string;
  region: string;
  ownerId: string;
  course: Course;
  startMs: number;
  endMs: number;
  /** People by the end of the ramp. */
  peopleTarget: number;
  goLiveDay: number;
  trainingDay: number | null;
  /** Day each of `features` is first used; shorter than the list when some never are. */
  featureDays: number[];
  useCaseDays: number[];
  referenceDay: number | null;
  declineDay: number | null;
  /** Days without any sign-in, from and to (both included). */
  outage: { fromDay: number; toDay: number } | null;
  /** Mean answer to satisfaction surveys, 0 to 1. */
  mood: number;
}

const plans = [
  { plan: "Starter", arr: [6_000, 18_000], people: [5, 8], weight: 22 },
  { plan: "Team", arr: [18_000, 55_000], people: [7, 15], weight: 38 },
  { plan: "Business", arr: [48_000, 120_000], people: [11, 20], weight: 25 },
  { plan: "Enterprise", arr: [84_000, 380_000], people: [18, 34], weight: 15 },
] as const;

function weighted<T extends { weight: number }>(random: SeededRandom, items: readonly T[]): T {
  let left = random.next() * items.reduce((sum, item) => sum + item.weight, 0);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return items[items.length - 1] as T;
}

/** Ages in days: many young, some grown, a third past their first year. */
function ageOf(place: number, random: SeededRandom): number {
  const band = (place * 7) % 20;
  if (band < 4) return random.whole(3, 89);
  if (band < 8) return random.whole(90, 179);
  if (band < 14) return random.whole(180, 364);
  return random.whole(366, HISTORY_DAYS - 8);
}

function courseOf(ageDays: number, random: SeededRandom): Course {
  const draw = random.next();
  if (ageDays > 372 && draw < 0.2) return "churned";
  if (draw < 0.52) return "grower";
  if (draw < 0.78) return "steady";
  if (draw < 0.89 || ageDays < 130) return "slow";
  return "decliner";
}

/** When each thing happens on a course, as ranges of days since the contract's start. */
const pace = {
  grower: {
    goLive: [22, 58],
    third: [95, 135],
    gap: [18, 45],
    secondUse: [150, 300],
    reference: 0.5,
    spare: 1.08,
    mood: 0.86,
  },
  steady: {
    goLive: [40, 80],
    third: [110, 165],
    gap: [35, 70],
    secondUse: [230, 350],
    reference: 0.2,
    spare: 1.15,
    mood: 0.76,
  },
  slow: {
    goLive: [85, 150],
    third: [190, 290],
    gap: [70, 120],
    secondUse: [380, 520],
    reference: 0,
    spare: 1.7,
    mood: 0.6,
  },
  decliner: {
    goLive: [45, 85],
    third: [105, 160],
    gap: [45, 90],
    secondUse: [240, 380],
    reference: 0.05,
    spare: 1.25,
    mood: 0.4,
  },
  churned: {
    goLive: [55, 110],
    third: [130, 190],
    gap: [60, 110],
    secondUse: [300, 420],
    reference: 0,
    spare: 1.4,
    mood: 0.34,
  },
} as const;

function declineOf(course: Course, ageDays: number, random: SeededRandom): number | null {
  if (course === "decliner") return Math.max(110, ageDays - random.whole(18, 110));
  return course === "churned" ? random.whole(225, 300) : null;
}

/** The 240 accounts. The first is Northwind Freight, whose story the report tells. */
export function tellAccounts(asOfMs: number): AccountStory[] {
  const taken = new Set<string>();
  return Array.from({ length: ACCOUNT_COUNT }, (_, place) =>
    place === 0 ? northwind(asOfMs) : tellAccount(place, asOfMs, taken),
  );
}

function tellAccount(place: number, asOfMs: number, taken: Set<string>): AccountStory {
  const random = seededRandom("account", String(place));
  const { industry, name } = freshName(random, taken);
  const { plan, arr, people } = weighted(random, plans);
  const { region, zone } = weighted(random, places);
  const ageDays = ageOf(place, random);
  const course = courseOf(ageDays, random);
  const terms = pace[course];
  const goLiveDay = random.whole(terms.goLive[0], terms.goLive[1]);
  const third = Math.max(goLiveDay + 15, random.whole(terms.third[0], terms.third[1]));
  const featureDays = [goLiveDay - random.whole(2, 12), goLiveDay + random.whole(4, 20), third];
  for (let day = third; featureDays.length < features.length; ) {
    day += random.whole(terms.gap[0], terms.gap[1]);
    featureDays.push(day);
  }
  const peopleTarget = random.whole(people[0], people[1]);
  const startMs = asOfMs - ageDays * DAY_MS;
  const years = course === "churned" || ageDays < 365 ? 1 : 2;
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return {
    ...identityOf(slug),
    name,
    industry,
    plan,
    arr: Math.round(random.whole(arr[0], arr[1]) / 500) * 500,
    seats: Math.ceil(peopleTarget * terms.spare),
    zone,
    region,
    ownerId: idOf("user", csmEmails[place % csmEmails.length] as string),
    course,
    startMs,
    endMs: startMs + years * 365 * DAY_MS,
    peopleTarget,
    goLiveDay,
    trainingDay: random.chance(course === "slow" || course === "churned" ? 0.4 : 0.85)
      ? goLiveDay + random.whole(-10, 25)
      : null,
    featureDays: featureDays.sort((a, b) => a - b),
    useCaseDays: [
      goLiveDay + random.whole(0, 10),
      random.whole(terms.secondUse[0], terms.secondUse[1]),
      random.whole(380, 600),
    ],
    referenceDay: random.chance(terms.reference) ? random.whole(385, 540) : null,
    declineDay: declineOf(course, ageDays, random),
    outage: null,
    mood: Math.min(0.97, Math.max(0.2, terms.mood + 0.08 * random.normal())),
  };
}

function freshName(random: SeededRandom, taken: Set<string>): { industry: string; name: string } {
  for (;;) {
    const { industry, last } = random.pick(industries);
    const name = `${random.pick(companyFirst)} ${random.pick(last)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { industry, name };
  }
}

function identityOf(slug: string): { id: string; bucket: number; slug: string } {
  const id = idOf("account", slug);
  return { id, bucket: bucketOf(id), slug };
}

/** 102 days into Adoption, whose plan is 90: an outage of single sign-on broke the habit just as it formed,
 * and nobody has held the admin training yet. */
function northwind(asOfMs: number): AccountStory {
  const startMs = asOfMs - 192 * DAY_MS;
  return {
    ...identityOf("northwind-freight"),
    name: "Northwind Freight",
    industry: "Logistics",
    plan: "Enterprise",
    arr: 84_000,
    seats: 30,
    zone: "Europe/Berlin",
    region: "DE",
    ownerId: idOf("user", csmEmails[0]),
    course: "steady",
    startMs,
    endMs: startMs + 365 * DAY_MS,
    peopleTarget: 24,
    goLiveDay: 89,
    trainingDay: null,
    featureDays: [84, 118, 172],
    useCaseDays: [92],
    referenceDay: null,
    declineDay: null,
    outage: { fromDay: 166, toDay: 171 },
    mood: 0.62,
  };
}
