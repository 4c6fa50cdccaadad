import { seededRandom } from "@/lib/hash/seeded-random";
import type { Respondents } from "@/lib/simulation/household";
import { DAY_MS } from "@/db/seed/story/account-story";
import { activityOn } from "@/db/seed/story/activity";
import type { Household } from "@/db/seed/story/tell-story";
import { csmEmails } from "@/db/seed/story/team";
import { idOf } from "@/lib/hash/id-of";

const HOUR_MS = 3_600_000;
/** Share of tasks each customer success manager closes in time. */
const punctuality = new Map(
  csmEmails.map((email, place) => [idOf("user", email), [0.84, 0.78, 0.9, 0.6][place] ?? 0.8]),
);
const OPEN_WITHIN_DAYS = 20;

/** How the people of an account and its owner answer: livelier accounts read more, some owners are later than others. */
export function respondentsOf({ account, people }: Household, asOfMs: number): Respondents {
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    toMessage({ key, channel, personId, atMs }) {
      const random = seededRandom("answer", key);
      const person = byId.get(personId);
      const lively = Math.min(1, activityOn(account, (atMs - account.startMs) / DAY_MS));
      const keen = 0.5 * lively + Math.min(0.5, person?.keenness ?? 0.2);
      const acceptedAfterMs = random.whole(900, 4_200);
      if (channel !== "in_app" && random.chance(0.008))
        return { acceptedAfterMs, bounces: true, openedAfterMs: null, clickedAfterMs: null };
      const opens = random.chance(channel === "in_app" ? 0.35 + 0.5 * keen : 0.22 + 0.5 * keen);
      const clicks = opens && random.chance(0.18 + 0.5 * keen);
      const openedAfterMs = Math.round(random.around(5, 1.1) * HOUR_MS);
      const clickedAfterMs = openedAfterMs + random.whole(4_000, 240_000);
      return {
        acceptedAfterMs,
        bounces: false,
        openedAfterMs: opens ? openedAfterMs : null,
        clickedAfterMs: clicks ? clickedAfterMs : null,
      };
    },
    toTask({ key, ownerId, createdAtMs, dueAtMs }) {
      const random = seededRandom("task", key);
      if (account.slug === "northwind-freight" && key.includes(":training:")) return null; // the report tells of it
      const isRecent = createdAtMs > asOfMs - OPEN_WITHIN_DAYS * DAY_MS;
      if (isRecent && (account.slug === "northwind-freight" || random.chance(0.22))) return null;
      const outcome = random.chance(0.86) ? "reached" : "not reached";
      const inTime = random.chance(punctuality.get(ownerId ?? "") ?? 0.75);
      const spanMs = dueAtMs - createdAtMs;
      const closedAfterMs = inTime ? spanMs * (0.1 + 0.85 * random.next()) : spanMs + random.around(3, 0.8) * DAY_MS;
      return { closedAfterMs: Math.round(Math.max(20 * 60_000, closedAfterMs)), outcome };
    },
  };
}
