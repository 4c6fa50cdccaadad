import { seededRandom } from "@/lib/hash/seeded-random";
import { DAY_MS } from "@/db/seed/story/account-story";
import { activityOn } from "@/db/seed/story/activity";
import { type Tell, weekdayOf, workingTimeMs } from "@/db/seed/story/event-story";
import type { PersonStory } from "@/db/seed/story/person-story";
import { features } from "@/db/seed/story/words";

const WEEKEND_SHARE = 0.06;
const FEATURE_SHARE = 0.6;

/** Sign-up, days of use and features used of one person. */
export function tellUse(tell: Tell, person: PersonStory, asOfMs: number): void {
  const { account } = person;
  const random = seededRandom("use", person.id);
  tell("signed_up", person.joinedMs, person, { plan: account.plan, role: person.role });
  if (person.firstLoginAfterDays === null) return;
  const firstMs = person.joinedMs + person.firstLoginAfterDays * DAY_MS + random.whole(4, 90) * 60_000;
  tell("login", firstMs, person, { method: "password" });
  const firstDay = Math.floor((firstMs - account.startMs) / DAY_MS) + 1;
  const lastDay = Math.round((asOfMs - account.startMs) / DAY_MS);
  for (let day = firstDay; day < lastDay; day++) {
    const dayMs = account.startMs + day * DAY_MS;
    const isWeekend = weekdayOf(dayMs) > 5;
    if (!random.chance(person.keenness * activityOn(account, day) * (isWeekend ? WEEKEND_SHARE : 1))) continue;
    const loginMs = dayMs + workingTimeMs(account, random.next());
    tell("login", loginMs, person, { method: account.plan === "Enterprise" ? "sso" : "password" });
    const known = account.featureDays.filter((one) => one < day).length;
    if (known > 0 && random.chance(FEATURE_SHARE)) {
      tell("feature_used", loginMs + random.whole(2, 50) * 60_000, person, {
        feature: features[random.whole(0, known - 1)],
      });
    }
  }
}
