import type { Tx } from "@/db/transaction";
import { loadActiveEnrollments, loadPastEntries } from "@/db/queries/tick/load-enrollments";
import {
  loadAccountDays,
  loadAccountTouches,
  loadConsents,
  loadEngagement,
  loadPersonEvents,
  loadPersonTouches,
} from "@/db/queries/tick/load-facts";
import {
  loadAccounts,
  loadEscalations,
  loadMembers,
  loadPeople,
  loadSegmentsOf,
} from "@/db/queries/tick/load-subjects";
import { loadOpenMessages, loadReservations } from "@/db/queries/tick/open-messages";
import type { WaitingItem } from "@/db/queries/tick/read-inputs";
import type { FactEvent } from "@/lib/audience/facts";
import type { Live, PlanCache } from "@/lib/engine/plan-cache";
import { type Subject, pastKey } from "@/lib/engine/subject";

const DAY_MS = 86_400_000;
/** Events older than this are not looked at by rules without a horizon; partitions before it may be gone. */
const HISTORY_MS = 550 * DAY_MS;
/** An account's day may hold more; beyond this a rule's answer does not change in practice. */
const EVENTS_OF_A_DAY_MAX = 1000;

export interface BatchScope {
  tx: Tx;
  bucket: number;
  now: Date;
  live: Live;
  plans: PlanCache;
}

/** Load everything the batch's decisions read, a few set queries for all its subjects together. */
export async function loadSubjects(
  scope: BatchScope,
  ids: readonly string[],
  items: readonly WaitingItem[],
): Promise<Map<string, Subject>> {
  const { tx, bucket } = scope;
  const subjects = new Map<string, Subject>();
  for (const row of await loadPeople(tx, bucket, ids))
    subjects.set(row.id, { ...blank(scope, row.id, "person"), person: row });
  const others = ids.filter((id) => !subjects.has(id));
  if (others.length > 0)
    for (const row of await loadAccounts(tx, bucket, others))
      subjects.set(row.id, { ...blank(scope, row.id, "account"), account: row });

  const people = [...subjects.values()].filter((one) => one.kind === "person").map((one) => one.id);
  const accounts = [...subjects.values()].filter((one) => one.kind === "account").map((one) => one.id);
  const all = [...people, ...accounts];
  for (const one of await loadActiveEnrollments(tx, bucket, all))
    subjects.get(one.enrollment.subjectId)?.active.push(one);
  for (const row of await loadPastEntries(
    tx,
    bucket,
    all,
    scope.live.journeys.map((one) => one.journeyId),
  )) {
    subjects.get(row.subject_id)?.past.set(pastKey(row.journey_id, row.entry_key), {
      entries: row.entries,
      lastExitAtMs: row.last_exit_at?.getTime() ?? null,
    });
  }
  for (const row of await loadSegmentsOf(tx, bucket, all)) subjects.get(row.subject_id)?.segments.add(row.segment_id);
  await scope.plans.compile(tx, [
    ...new Set([...subjects.values()].flatMap((one) => one.active.map((a) => a.enrollment.versionId))),
  ]);

  const needs = needsOf(scope, subjects);
  if (people.length > 0) await loadPersonFacts(scope, subjects, people, needs, items);
  if (accounts.length > 0) await loadAccountFacts(scope, subjects, accounts, needs, items);
  return subjects;
}

function blank(scope: BatchScope, id: string, kind: Subject["kind"]): Subject {
  return {
    kind,
    id,
    person: null,
    account: null,
    isChanged: false,
    seenAtMs: null,
    events: [],
    engagement: [],
    segments: new Set(),
    consent: {},
    touches: [],
    escalation: null,
    releasedAtMs: null,
    members: [],
    active: [],
    past: new Map(),
    open: new Map(),
    reservations: new Map(),
    workspaceZone: scope.live.zone,
    facts: null,
  };
}

interface Needs {
  events: string[];
  sinceMs: number;
  usesEngagement: boolean;
}

/** Which events the rules of live journeys, segments and people under way read, and how far back. */
function needsOf(scope: BatchScope, subjects: ReadonlyMap<string, Subject>): Needs {
  const plans = new Set(scope.live.journeys.map((one) => one.plan));
  for (const subject of subjects.values()) {
    for (const { enrollment } of subject.active) {
      const plan = scope.live.plan(enrollment.versionId);
      if (plan) plans.add(plan);
    }
  }
  const all = [...[...plans].map((plan) => plan.interests), ...scope.live.segments.map((segment) => segment.needs)];
  const horizons = all.flatMap((one) => Object.values(one.horizonMs));
  const horizonMs = horizons.some((ms) => ms === null)
    ? HISTORY_MS
    : Math.min(HISTORY_MS, Math.max(0, ...horizons.map((ms) => ms ?? 0)));
  return {
    events: [...new Set(all.flatMap((one) => Object.keys(one.horizonMs)))],
    sinceMs: scope.now.getTime() - horizonMs,
    usesEngagement: all.some((one) => one.usesEngagement),
  };
}

async function loadPersonFacts(
  { tx, bucket, now, live }: BatchScope,
  subjects: ReadonlyMap<string, Subject>,
  people: readonly string[],
  needs: Needs,
  items: readonly WaitingItem[],
): Promise<void> {
  // Events still to be applied by this batch join the facts when their turn comes, not before.
  const waiting = new Set(items.flatMap(({ item }) => (item.kind === "event" ? [item.eventId] : [])));
  for (const row of await loadPersonEvents(tx, bucket, people, needs.events, new Date(needs.sinceMs))) {
    if (!waiting.has(row.id))
      subjects
        .get(row.subject_id)
        ?.events.push({ name: row.name, atMs: row.happened_at.getTime(), properties: row.properties });
  }
  for (const row of await loadConsents(tx, bucket, people)) {
    const subject = subjects.get(row.person_id);
    if (subject) subject.consent[`${row.channel}:${row.purpose}`] = row.state;
  }
  const windowMs = Math.max(0, ...live.policy.caps.map((cap) => cap.windowMs));
  for (const row of await loadPersonTouches(tx, bucket, people, new Date(now.getTime() - windowMs))) {
    subjects.get(row.subject_id)?.touches.push(touchOf(live, row));
  }
  for (const row of await loadOpenMessages(tx, bucket, people)) subjects.get(row.personId)?.open.set(row.id, row);
  if (!needs.usesEngagement) return;
  for (const row of await loadEngagement(tx, bucket, people)) {
    const engagement = subjects.get(row.person_id)?.engagement;
    for (const [did, at] of [
      ["sent", row.sent_at],
      ["opened", row.opened_at],
      ["clicked", row.clicked_at],
      ["replied", row.replied_at],
    ] as const) {
      if (at) engagement?.push({ did, channel: row.channel, atMs: at.getTime() });
    }
  }
}

async function loadAccountFacts(
  { tx, bucket, now, live }: BatchScope,
  subjects: ReadonlyMap<string, Subject>,
  accounts: readonly string[],
  needs: Needs,
  items: readonly WaitingItem[],
): Promise<void> {
  for (const row of await loadAccountDays(
    tx,
    bucket,
    accounts,
    needs.events,
    new Date(needs.sinceMs).toISOString().slice(0, 10),
  )) {
    subjects.get(row.account_id)?.events.push(...eventsOfDay(row.name, row.day, row.count));
  }
  for (const row of await loadMembers(tx, bucket, accounts)) subjects.get(row.account_id)?.members.push(row);
  for (const row of await loadEscalations(tx, bucket, accounts, now)) {
    const subject = subjects.get(row.account_id);
    if (!subject) continue;
    if (row.closed_at === null) subject.escalation = { id: row.id, title: row.title, severity: row.severity };
    else subject.releasedAtMs = Math.max(subject.releasedAtMs ?? 0, row.closed_at.getTime());
  }
  for (const row of await loadAccountTouches(
    tx,
    bucket,
    accounts,
    new Date(now.getTime() - live.policy.accountCap.windowMs),
  )) {
    subjects.get(row.subject_id)?.touches.push(touchOf(live, row));
  }
  const keys = items.flatMap(({ item }) =>
    item.kind === "reserve" ? [item.request.key] : item.kind === "returned" ? [item.key] : [],
  );
  for (const row of await loadReservations(tx, bucket, accounts, keys)) {
    subjects.get(row.accountId)?.reservations.set(row.request.key, row);
  }
}

function touchOf(live: Live, row: { key: string; channel: string; counted_at: Date; journey_id: string | null }) {
  const journeyName = row.journey_id ? (live.byJourney.get(row.journey_id)?.name ?? null) : null;
  return { key: row.key, channel: row.channel, atMs: row.counted_at.getTime(), journeyId: row.journey_id, journeyName };
}

/** An account keeps daily counts of its people's events, so a past day's events stand at its noon. */
function eventsOfDay(name: string, day: string, count: number): FactEvent[] {
  const atMs = Date.parse(`${day}T12:00:00Z`);
  return Array.from({ length: Math.min(count, EVENTS_OF_A_DAY_MAX) }, () => ({ name, atMs, properties: {} }));
}
