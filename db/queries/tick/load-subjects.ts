import type { Tx } from "@/db/transaction";

export interface PersonRow {
  id: string;
  external_id: string | null;
  email: string | null;
  phone: string | null;
  name: string | null;
  zone: string | null;
  region: string | null;
  traits: Record<string, unknown>;
  account_id: string | null;
  account_bucket: number | null;
  account_traits: Record<string, unknown> | null;
}

export async function loadPeople(tx: Tx, bucket: number, ids: readonly string[]): Promise<PersonRow[]> {
  return tx.query<PersonRow>(
    `select id, external_id, email, phone, name, zone, region, traits, account_id, account_bucket, account_traits
       from person where bucket = $1 and workspace_id = $2 and id = any($3::uuid[])`,
    [bucket, tx.workspaceId, ids],
    "load-people",
  );
}

export interface AccountRow {
  id: string;
  external_id: string;
  name: string;
  traits: Record<string, unknown>;
  arr: number | null;
  plan: string | null;
  zone: string | null;
  region: string | null;
  contract_start: Date | null;
  contract_end: Date | null;
  owner_id: string | null;
  stage: string | null;
  stage_entered_at: Date | null;
  /** Overlay stage → since, ISO. */
  overlays: Record<string, string>;
  health: number | null;
  health_coverage: number | null;
  journey_health: number | null;
}

export async function loadAccounts(tx: Tx, bucket: number, ids: readonly string[]): Promise<AccountRow[]> {
  return tx.query<AccountRow>(
    `select id, external_id, name, traits, arr, plan, zone, region, contract_start, contract_end, owner_id, stage, stage_entered_at, overlays,
            health, health_coverage, journey_health
       from account where bucket = $1 and workspace_id = $2 and id = any($3::uuid[])`,
    [bucket, tx.workspaceId, ids],
    "load-accounts",
  );
}

export interface MemberRow {
  account_id: string;
  person_id: string;
  person_bucket: number;
  role: string | null;
  is_primary: number;
}

export async function loadMembers(tx: Tx, bucket: number, accountIds: readonly string[]): Promise<MemberRow[]> {
  return tx.query<MemberRow>(
    `select account_id, person_id, person_bucket, role, is_primary from account_member
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[])
      order by is_primary desc, joined_at, person_id`,
    [bucket, tx.workspaceId, accountIds],
    "load-members",
  );
}

export async function loadSegmentsOf(
  tx: Tx,
  bucket: number,
  subjectIds: readonly string[],
): Promise<{ subject_id: string; segment_id: string }[]> {
  return tx.query(
    "select subject_id, segment_id from segment_member where bucket = $1 and workspace_id = $2 and subject_id = any($3::uuid[])",
    [bucket, tx.workspaceId, subjectIds],
    "load-segments-of",
  );
}

export interface EscalationRow {
  account_id: string;
  id: string;
  title: string;
  severity: string;
  opened_at: Date;
  closed_at: Date | null;
}

/** Open escalations of high severity or more, and those closed in the last 30 days (their release is spaced). */
export async function loadEscalations(
  tx: Tx,
  bucket: number,
  accountIds: readonly string[],
  now: Date,
): Promise<EscalationRow[]> {
  return tx.query<EscalationRow>(
    `select account_id, id, title, severity, opened_at, closed_at from escalation
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and severity in ('high', 'critical')
        and (closed_at is null or closed_at > $4::timestamptz - interval '30 days')
      order by opened_at`,
    [bucket, tx.workspaceId, accountIds, now],
    "load-escalations",
  );
}
