import { bucketOf } from "@/lib/hash/bucket-of";
import { contractEndAt, storedTraits } from "@/db/seed/account-review";
import { type Row, type RowSet, time } from "@/db/seed/rows/row-set";
import { segmentIds } from "@/db/seed/segments";
import { DAY_MS } from "@/db/seed/story/account-story";
import { externalIdOf, personTraits, type WalkedHousehold } from "@/db/seed/walk-story";

const consentWording = "Yes, send me tips and news about Lumen. I can unsubscribe at any time.";
/** Derived by scoring, which writes them itself. */
const derived = new Set([
  "health",
  "stage",
  "active_users",
  "daily_use_weeks",
  "features_activated",
  "use_cases",
  "team_growth",
  "seat_use",
  "usage_change",
]);
/** Kept in columns of their own. */
const columns = new Set([
  "id",
  "externalId",
  "name",
  "email",
  "arr",
  "plan",
  "region",
  "zone",
  "contractStart",
  "contractEnd",
  "ownerId",
]);

/** The account, its people, who belongs to it, identifiers, consents, segments and escalations. */
export function addSubjects(rows: RowSet, household: WalkedHousehold, workspaceId: string, asOfMs: number): void {
  const { account, people, walked, traits } = household;
  const stay = walked.stays.at(-1);
  const isOpen = stay !== undefined && stay.leftAtMs === null;
  const told = Object.fromEntries(Object.entries(withoutColumns(traits)).filter(([name]) => !derived.has(name)));
  const endMs = contractEndAt(account, asOfMs);
  rows.addHot("account", account.bucket, {
    id: account.id,
    external_id: account.slug,
    name: account.name,
    traits: { ...storedTraits(account), ...told },
    arr: account.arr,
    plan: account.plan,
    zone: account.zone,
    region: account.region,
    contract_start: time(account.startMs),
    contract_end: time(endMs),
    owner_id: account.ownerId,
    stage: isOpen ? stay.stage : null,
    stage_entered_at: isOpen ? time(stay.enteredAtMs) : null,
    overlays: overlaysOf(household, endMs, asOfMs),
    created_at: time(account.startMs),
  });
  addIdentity(rows, workspaceId, {
    kind: "group",
    value: account.slug,
    id: account.id,
    bucket: account.bucket,
    atMs: account.startMs,
  });
  for (const [place, person] of people.entries()) {
    rows.addHot("account_member", account.bucket, {
      account_id: account.id,
      person_id: person.id,
      person_bucket: person.bucket,
      role: person.role,
      is_primary: place === 0 ? 1 : 0,
      joined_at: time(person.joinedMs),
    });
  }
  for (const { segmentId, sinceMs } of household.segments) {
    rows.addHot("segment_member", account.bucket, {
      segment_id: segmentId,
      subject_id: account.id,
      since: time(sinceMs),
    });
  }
  for (const one of household.escalations) {
    rows.addHot("escalation", account.bucket, {
      account_id: account.id,
      id: one.id,
      title: one.title,
      severity: one.severity,
      opened_by: account.ownerId,
      opened_at: time(one.openedAtMs),
      closed_at: time(one.closedAtMs),
      resolution: one.closedAtMs === null ? null : "Cause removed and confirmed with the customer.",
    });
  }
}

/** A person's row but for the copy of the account's traits, which is there only after scoring. */
export interface PersonRow {
  bucket: number;
  accountId: string;
  row: Row;
}

/** The people of an account, with identifiers, consents and segments. Their own rows wait for the scores. */
export function addPeople(rows: RowSet, household: WalkedHousehold, workspaceId: string): PersonRow[] {
  const { account, people, events } = household;
  const lastSeen = new Map<string, number>();
  for (const event of events) if (event.person) lastSeen.set(event.person.id, event.atMs);
  const waiting: PersonRow[] = [];
  for (const person of people) {
    const externalId = externalIdOf(person);
    const changed = household.walked.traits.get(person.id);
    const row = {
      id: person.id,
      external_id: externalId,
      email: person.email,
      name: `${person.firstName} ${person.lastName}`,
      zone: account.zone,
      region: account.region,
      traits: changed ? withoutColumns(changed) : personTraits(person),
      account_id: account.id,
      account_bucket: account.bucket,
      last_seen_at: time(lastSeen.get(person.id) ?? person.joinedMs),
      created_at: time(person.joinedMs),
    };
    waiting.push({ bucket: person.bucket, accountId: account.id, row });
    addIdentity(rows, workspaceId, {
      kind: "user",
      value: externalId,
      id: person.id,
      bucket: person.bucket,
      atMs: person.joinedMs,
    });
    if (person.marketing !== "unknown") {
      rows.addHot("consent", person.bucket, {
        person_id: person.id,
        channel: "email",
        purpose: "marketing",
        state: person.marketing,
        source: person.consentSource,
        wording: person.marketing === "granted" ? consentWording : "",
        at: time(person.joinedMs),
      });
    }
    const segmentId = segmentOf(person.role);
    if (segmentId)
      rows.addHot("segment_member", person.bucket, {
        segment_id: segmentId,
        subject_id: person.id,
        since: time(person.joinedMs),
      });
  }
  return waiting;
}

function segmentOf(role: string): string | null {
  return role === "champion" ? segmentIds.champions : role === "admin" ? segmentIds.administrators : null;
}

function withoutColumns(traits: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(traits).filter(([name]) => !columns.has(name)));
}

function addIdentity(
  rows: RowSet,
  workspaceId: string,
  of: { kind: string; value: string; id: string; bucket: number; atMs: number },
): void {
  const row = {
    kind: of.kind,
    value: of.value,
    subject_id: of.id,
    subject_bucket: of.bucket,
    created_at: time(of.atMs),
  };
  rows.addHot("identity", bucketOf(`${workspaceId}${of.kind}${of.value}`), row);
}

/** Overlay states beside the base stage (RULES S2): the last 90 days of a contract, and advocacy once a reference is given. */
function overlaysOf({ account, events }: WalkedHousehold, endMs: number, asOfMs: number): Record<string, string> {
  if (account.course === "churned") return {};
  const renewalMs = endMs - 90 * DAY_MS;
  const reference = events.find((event) => event.name === "reference_given");
  return {
    ...(renewalMs <= asOfMs && endMs > asOfMs ? { renewal: time(renewalMs) } : {}),
    ...(reference ? { advocacy: time(reference.atMs) } : {}),
  };
}
