import type { InboxItem } from "@/lib/contract/inbox-item";
import { accountSnapshot } from "@/lib/audience/account-snapshot";
import { reconsider } from "@/lib/engine/apply-item";
import { enter } from "@/lib/engine/enter-journey";
import { mergeAccountTraits, mergePersonTraits } from "@/lib/engine/merge-traits";
import { moveEnrollment } from "@/lib/engine/move-enrollment";
import { planDates } from "@/lib/engine/plan-dates";
import { refreshSegments } from "@/lib/engine/refresh-segments";
import type { TickScope } from "@/lib/engine/scope";
import { type Subject, factsOf, markChanged } from "@/lib/engine/subject";
import { bucketOf } from "@/lib/hash/bucket-of";

type EventItem = Extract<InboxItem, { kind: "event" }>;

/** Traits first, then what the event moves, then what it starts; journeys of higher priority before others (RULES S10). */
export function applyEvent(scope: TickScope, subject: Subject, item: EventItem, nowMs: number): void {
  if (subject.person) subject.seenAtMs = Math.max(subject.seenAtMs ?? 0, item.happenedAtMs);
  if (item.type === "identify" || item.type === "alias") {
    if (subject.person && item.type === "identify") {
      const before = factsOf(subject).traits;
      subject.person = mergePersonTraits(subject.person, item.properties);
      markChanged(subject);
      planDates(scope, subject, before);
    }
    reconsider(scope, subject, nowMs);
    return;
  }
  if (item.type === "group") {
    applyGroup(scope, subject, item);
    reconsider(scope, subject, nowMs);
    return;
  }
  if (subject.account) scope.writes.addAccountDay(subject.id, item.name, item.happenedAtMs, item.personId);
  const event = { name: item.name, atMs: item.happenedAtMs, properties: item.properties };
  insertByTime(subject.events, event);
  subject.facts = null;
  refreshSegments(scope, subject, nowMs);
  if (item.isHistory) return;
  for (const active of [...subject.active].sort(
    (a, b) => priorityOf(scope, b.enrollment.versionId) - priorityOf(scope, a.enrollment.versionId),
  )) {
    moveEnrollment(scope, subject, active, { type: "event", nowMs, event });
  }
  for (const journey of scope.live.journeys) {
    if (journey.plan.interests.entryEvents.includes(item.name))
      enter(scope, subject, journey, { trigger: "event", event, nowMs });
  }
}

function priorityOf(scope: TickScope, versionId: string): number {
  return scope.live.plan(versionId)?.document.priority ?? 0;
}

function insertByTime(events: Subject["events"], event: Subject["events"][number]): void {
  let place = events.length;
  while (place > 0 && (events[place - 1]?.atMs ?? 0) > event.atMs) place--;
  events.splice(place, 0, event);
}

/** In the person's bucket: membership. In the account's: its traits, and a copy of them for the new member. */
function applyGroup(scope: TickScope, subject: Subject, item: EventItem): void {
  if (subject.person && item.accountId) {
    if (subject.person.account_id === item.accountId) return;
    subject.person = {
      ...subject.person,
      account_id: item.accountId,
      account_bucket: bucketOf(item.accountId),
      account_traits: null,
    };
    markChanged(subject);
  } else if (subject.account) {
    if (Object.keys(item.properties).length > 0) {
      const before = factsOf(subject).traits;
      subject.account = mergeAccountTraits(subject.account, item.properties);
      markChanged(subject);
      planDates(scope, subject, before);
    } else if (item.personId) {
      const traits = accountSnapshot(subject.account);
      const letter = { kind: "account_traits", accountId: subject.id, traits } as const;
      scope.writes.letters.push({
        bucket: bucketOf(item.personId),
        subjectId: item.personId,
        dueAtMs: scope.nowMs,
        item: letter,
      });
    }
  }
}
