import type { AccountRow, PersonRow } from "@/db/queries/tick/load-subjects";
import type { Tx } from "@/db/transaction";

export async function writePeople(tx: Tx, bucket: number, rows: readonly PersonRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update person p set traits = t.traits, email = t.email, phone = t.phone, name = t.name, zone = t.zone, region = t.region,
            account_id = t.account_id, account_bucket = t.account_bucket, account_traits = t.account_traits
       from unnest($3::uuid[], $4::jsonb[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[], $11::int[], $12::jsonb[])
         as t (id, traits, email, phone, name, zone, region, account_id, account_bucket, account_traits)
      where p.bucket = $1 and p.workspace_id = $2 and p.id = t.id`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.id),
      rows.map((row) => JSON.stringify(row.traits)),
      rows.map((row) => row.email),
      rows.map((row) => row.phone),
      rows.map((row) => row.name),
      rows.map((row) => row.zone),
      rows.map((row) => row.region),
      rows.map((row) => row.account_id),
      rows.map((row) => row.account_bucket),
      rows.map((row) => (row.account_traits === null ? null : JSON.stringify(row.account_traits))),
    ],
    "write-people",
  );
}

/** When people were last heard of; an event that comes late moves nobody back. */
export async function writeLastSeen(
  tx: Tx,
  bucket: number,
  rows: readonly { id: string; seenAtMs: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update person p set last_seen_at = t.at from unnest($3::uuid[], $4::timestamptz[]) as t (id, at)
      where p.bucket = $1 and p.workspace_id = $2 and p.id = t.id and (p.last_seen_at is null or p.last_seen_at < t.at)`,
    [bucket, tx.workspaceId, rows.map((row) => row.id), rows.map((row) => new Date(row.seenAtMs))],
    "write-last-seen",
  );
}

export async function writeAccounts(tx: Tx, bucket: number, rows: readonly AccountRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update account a set traits = t.traits, name = t.name, arr = t.arr, plan = t.plan, zone = t.zone, region = t.region,
            contract_start = t.contract_start, contract_end = t.contract_end, stage = t.stage, stage_entered_at = t.stage_entered_at, overlays = t.overlays
       from unnest($3::uuid[], $4::jsonb[], $5::text[], $6::float8[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::timestamptz[],
                   $12::text[], $13::timestamptz[], $14::jsonb[])
         as t (id, traits, name, arr, plan, zone, region, contract_start, contract_end, stage, stage_entered_at, overlays)
      where a.bucket = $1 and a.workspace_id = $2 and a.id = t.id`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.id),
      rows.map((row) => JSON.stringify(row.traits)),
      rows.map((row) => row.name),
      rows.map((row) => row.arr),
      rows.map((row) => row.plan),
      rows.map((row) => row.zone),
      rows.map((row) => row.region),
      rows.map((row) => row.contract_start),
      rows.map((row) => row.contract_end),
      rows.map((row) => row.stage),
      rows.map((row) => row.stage_entered_at),
      rows.map((row) => JSON.stringify(row.overlays)),
    ],
    "write-accounts",
  );
}

export interface AccountDayDelta {
  accountId: string;
  day: string;
  name: string;
  count: number;
  persons: readonly string[];
}

export async function addAccountDays(tx: Tx, bucket: number, rows: readonly AccountDayDelta[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into account_day (bucket, workspace_id, account_id, day, name, count, persons)
     select $1, $2, t.account_id, t.day, t.name, t.count, t.persons::uuid[]
       from unnest($3::uuid[], $4::text[], $5::text[], $6::int[], $7::text[]) as t (account_id, day, name, count, persons)
     on conflict (bucket, workspace_id, account_id, day, name) do update set
       count = account_day.count + excluded.count,
       persons = (select array_agg(distinct p) from unnest(account_day.persons || excluded.persons) p)`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.accountId),
      rows.map((row) => row.day),
      rows.map((row) => row.name),
      rows.map((row) => row.count),
      rows.map((row) => `{${row.persons.join(",")}}`),
    ],
    "add-account-days",
  );
}

export async function writeSegmentMembers(
  tx: Tx,
  bucket: number,
  changes: readonly { segmentId: string; subjectId: string; isMember: boolean; atMs: number }[],
): Promise<void> {
  const joined = changes.filter((one) => one.isMember);
  const left = changes.filter((one) => !one.isMember);
  if (joined.length > 0) {
    await tx.query(
      `insert into segment_member (bucket, workspace_id, segment_id, subject_id, since)
       select $1, $2, t.* from unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) as t on conflict do nothing`,
      [
        bucket,
        tx.workspaceId,
        joined.map((one) => one.segmentId),
        joined.map((one) => one.subjectId),
        joined.map((one) => new Date(one.atMs)),
      ],
      "add-segment-members",
    );
  }
  if (left.length > 0) {
    await tx.query(
      `delete from segment_member m using unnest($3::uuid[], $4::uuid[]) as t (segment_id, subject_id)
        where m.bucket = $1 and m.workspace_id = $2 and m.subject_id = t.subject_id and m.segment_id = t.segment_id`,
      [bucket, tx.workspaceId, left.map((one) => one.segmentId), left.map((one) => one.subjectId)],
      "remove-segment-members",
    );
  }
}
