import type { AccountRow, PersonRow } from "@/db/queries/tick/load-subjects";
import type { Tx } from "@/db/transaction";

export async function countSubjects(tx: Tx, subject: "person" | "account"): Promise<number> {
  const table = subject === "account" ? "account" : "person";
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from ${table} where workspace_id = $1`, [
    tx.workspaceId,
  ]);
  return row?.n ?? 0;
}

/** People of the buckets below `buckets`; a page's read over many buckets, never the engine's. */
export async function loadAllPeople(tx: Tx, buckets: number): Promise<PersonRow[]> {
  return tx.query<PersonRow>(
    `select id, external_id, email, phone, name, zone, region, traits, account_id, account_bucket, account_traits
       from person where workspace_id = $1 and bucket < $2`,
    [tx.workspaceId, buckets],
  );
}

export async function loadAllAccounts(tx: Tx, buckets: number): Promise<AccountRow[]> {
  return tx.query<AccountRow>(
    `select id, external_id, name, traits, arr, plan, zone, region, contract_start, contract_end, owner_id, stage, stage_entered_at, overlays,
            health, health_coverage, journey_health
       from account where workspace_id = $1 and bucket < $2`,
    [tx.workspaceId, buckets],
  );
}

export interface AudienceEvent {
  subject_id: string;
  name: string;
  happened_at: Date;
  properties: Record<string, unknown>;
}

/** Events of the named kinds; of people, or of accounts through their daily counts. */
export async function loadAudienceEvents(
  tx: Tx,
  buckets: number,
  names: readonly string[],
  since: Date,
): Promise<AudienceEvent[]> {
  if (names.length === 0) return [];
  return tx.query<AudienceEvent>(
    `select person_id as subject_id, name, happened_at, properties from event
      where workspace_id = $1 and bucket < $2 and name = any($3::text[]) and received_at >= $4 and person_id is not null
      order by happened_at`,
    [tx.workspaceId, buckets, names, since],
  );
}

export async function loadAudienceDays(
  tx: Tx,
  buckets: number,
  names: readonly string[],
  sinceDay: string,
): Promise<{ account_id: string; name: string; day: string; count: number }[]> {
  if (names.length === 0) return [];
  return tx.query(
    `select account_id, name, day, count from account_day
      where workspace_id = $1 and bucket < $2 and name = any($3::text[]) and day >= $4 order by day`,
    [tx.workspaceId, buckets, names, sinceDay],
  );
}

export async function loadAudienceSegments(
  tx: Tx,
  buckets: number,
  segmentIds: readonly string[],
): Promise<{ subject_id: string; segment_id: string }[]> {
  if (segmentIds.length === 0) return [];
  return tx.query(
    "select subject_id, segment_id from segment_member where workspace_id = $1 and bucket < $2 and segment_id = any($3::uuid[])",
    [tx.workspaceId, buckets, segmentIds],
  );
}
