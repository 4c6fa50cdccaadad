import { type SeededRandom, seededRandom } from "@/lib/hash/seeded-random";
import { type AccountStory, DAY_MS } from "@/db/seed/story/account-story";
import { type Tell, workingTimeMs } from "@/db/seed/story/event-story";
import type { PersonStory } from "@/db/seed/story/person-story";
import { features, useCases } from "@/db/seed/story/words";

const TERM_DAYS = 365;

/** Contract, implementation, growth and what the team did with an account. */
export function tellAccount(tell: Tell, account: AccountStory, people: readonly PersonStory[], asOfMs: number): void {
  const random = seededRandom("course", account.slug);
  const at = (day: number) => account.startMs + day * DAY_MS + workingTimeMs(account, random.next());
  const champion = people[0] ?? null;
  const admin = people.find((person) => person.role === "admin") ?? champion;

  tell("contract_signed", account.startMs + 9 * 3_600_000, null, {
    plan: account.plan,
    arr: account.arr,
    seats: account.seats,
  });
  tellImplementation(tell, account, champion, admin, at);
  for (const [place, day] of account.featureDays.entries()) {
    const eager = people[random.whole(0, Math.min(5, people.length - 1))] ?? champion;
    const who = eager && eager.joinedMs < account.startMs + day * DAY_MS ? eager : champion;
    if (isLively(account, day)) tell("feature_activated", at(day), who, { feature: features[place] });
  }
  for (const [place, day] of account.useCaseDays.entries())
    if (isLively(account, day)) tell("use_case_started", at(day), champion, { useCase: useCases[place] });
  for (const person of people.slice(3))
    tell("user_added", person.joinedMs - random.whole(20, 400) * 60_000, admin, {
      email: person.email,
      role: person.role,
    });
  for (let day = 95; account.startMs + day * DAY_MS < asOfMs; day += random.whole(84, 98)) {
    if (random.chance(account.course === "slow" || !isLively(account, day) ? 0.35 : 0.85))
      tell("qbr_held", at(day), null, { attendees: random.whole(3, 8) });
  }
  if (account.referenceDay !== null)
    tell("reference_given", at(account.referenceDay), champion, {
      kind: random.pick(["case study", "reference call", "review"]),
    });
  tellTerm(tell, account, random, at);
}

function isLively(account: AccountStory, day: number): boolean {
  return account.declineDay === null || day < account.declineDay;
}

function tellImplementation(
  tell: Tell,
  account: AccountStory,
  champion: PersonStory | null,
  admin: PersonStory | null,
  at: (day: number) => number,
): void {
  const live = account.goLiveDay;
  tell("milestone_complete", at(Math.round(live * 0.35)), admin, { milestone: "data_connected" });
  tell("milestone_complete", at(Math.round(live * 0.6)), admin, { milestone: "team_invited" });
  tell("workflow_completed", at(live - 4), champion, { workflow: "first" });
  tell("milestone_complete", at(live - 3), champion, { milestone: "first_workflow_complete" });
  tell("go_live", at(live), null, { environment: "production" });
  if (account.trainingDay !== null)
    tell("training_completed", at(account.trainingDay), admin, { session: "Admin training" });
  tell("milestone_complete", at(live + 30), champion, { milestone: "rollout_complete" });
}

/** Most contracts are renewed some weeks before they end; the lost ones end. */
function tellTerm(tell: Tell, account: AccountStory, random: SeededRandom, at: (day: number) => number): void {
  if (account.course === "churned") {
    tell("contract_ended", account.startMs + TERM_DAYS * DAY_MS + 3_600_000, null, {
      reason: random.pick(["budget", "low use", "moved to another product"]),
    });
    return;
  }
  tell("contract_renewed", at(renewalDayOf(account)), null, { termDays: TERM_DAYS, arr: account.arr });
  if (account.course === "grower" && random.chance(0.5))
    tell("plan_upgraded", at(random.whole(200, 420)), null, { seats: account.seats });
}

/** Day on which the first term is renewed. */
export function renewalDayOf(account: AccountStory): number {
  return TERM_DAYS - seededRandom("renewal", account.slug).whole(4, 45);
}
