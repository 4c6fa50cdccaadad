import type { Tx } from "@/db/transaction";

export interface EventRow {
  id: string;
  subject_id: string;
  name: string;
  happened_at: Date;
  properties: Record<string, unknown>;
}

/** Past events of the names the rules read, oldest first. `since` bounds the partitions looked into. */
export async function loadPersonEvents(
  tx: Tx,
  bucket: number,
  ids: readonly string[],
  names: readonly string[],
  since: Date,
): Promise<EventRow[]> {
  if (names.length === 0) return [];
  return tx.query<EventRow>(
    `select id, person_id as subject_id, name, happened_at, properties from event
      where bucket = $1 and workspace_id = $2 and person_id = any($3::uuid[]) and name = any($4::text[]) and received_at >= $5 and happened_at >= $5
      order by happened_at, id`,
    [bucket, tx.workspaceId, ids, names, since],
    "load-person-events",
  );
}

export interface AccountDayRow {
  account_id: string;
  day: string;
  name: string;
  count: number;
}

export async function loadAccountDays(
  tx: Tx,
  bucket: number,
  ids: readonly string[],
  names: readonly string[],
  sinceDay: string,
): Promise<AccountDayRow[]> {
  if (names.length === 0) return [];
  return tx.query<AccountDayRow>(
    `select account_id, day, name, count from account_day
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and name = any($4::text[]) and day >= $5
      order by day`,
    [bucket, tx.workspaceId, ids, names, sinceDay],
    "load-account-days",
  );
}

export interface ConsentRow {
  person_id: string;
  channel: string;
  purpose: string;
  state: "granted" | "refused";
}

export async function loadConsents(tx: Tx, bucket: number, personIds: readonly string[]): Promise<ConsentRow[]> {
  return tx.query<ConsentRow>(
    "select person_id, channel, purpose, state from consent where bucket = $1 and workspace_id = $2 and person_id = any($3::uuid[])",
    [bucket, tx.workspaceId, personIds],
    "load-consents",
  );
}

export interface TouchRow {
  subject_id: string;
  key: string;
  channel: string;
  counted_at: Date;
  journey_id: string | null;
}

/** Messages that count against a person's caps. */
export async function loadPersonTouches(
  tx: Tx,
  bucket: number,
  personIds: readonly string[],
  since: Date,
): Promise<TouchRow[]> {
  return tx.query<TouchRow>(
    `select person_id as subject_id, key, channel, counted_at, journey_id from message
      where bucket = $1 and workspace_id = $2 and person_id = any($3::uuid[]) and counted_at > $4 and created_at > $4::timestamptz - interval '30 days'
      order by counted_at, id`,
    [bucket, tx.workspaceId, personIds, since],
    "load-person-touches",
  );
}

/** Places of the account's cap that are given. */
export async function loadAccountTouches(
  tx: Tx,
  bucket: number,
  accountIds: readonly string[],
  since: Date,
): Promise<TouchRow[]> {
  return tx.query<TouchRow>(
    `select account_id as subject_id, key, channel, counted_at, journey_id from reservation
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and counted_at > $4
      order by counted_at, key`,
    [bucket, tx.workspaceId, accountIds, since],
    "load-account-touches",
  );
}

export interface EngagementRow {
  person_id: string;
  channel: string;
  sent_at: Date | null;
  opened_at: Date | null;
  clicked_at: Date | null;
  replied_at: Date | null;
}

export async function loadEngagement(tx: Tx, bucket: number, personIds: readonly string[]): Promise<EngagementRow[]> {
  return tx.query<EngagementRow>(
    `select person_id, channel, sent_at, opened_at, clicked_at, replied_at from message
      where bucket = $1 and workspace_id = $2 and person_id = any($3::uuid[]) and sent_at is not null order by sent_at`,
    [bucket, tx.workspaceId, personIds],
    "load-engagement",
  );
}
