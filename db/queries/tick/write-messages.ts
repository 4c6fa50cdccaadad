import type { Tx } from "@/db/transaction";

export interface MessageToWrite {
  id: string;
  key: string;
  personId: string;
  accountId: string | null;
  accountBucket: number | null;
  journeyId: string | null;
  versionId: string | null;
  enrollmentId: string | null;
  subjectId: string;
  subjectBucket: number;
  stepId: string | null;
  visit: number;
  channel: string;
  purpose: string;
  topic: string;
  priority: number;
  isAutomated: boolean;
  survivesExit: boolean;
  status: string;
  dueAtMs: number | null;
  staleAtMs: number | null;
  reasonCode: string | null;
  reasonDetail: Readonly<Record<string, unknown>>;
  countedAtMs: number | null;
  createdAtMs: number;
}

const date = (ms: number | null) => (ms === null ? null : new Date(ms));

/** Add messages and change those the gate decided on again. One already handed to delivery stays as it is. */
export async function writeMessages(tx: Tx, bucket: number, rows: readonly MessageToWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into message (bucket, workspace_id, id, key, person_id, account_id, account_bucket, journey_id, version_id, enrollment_id,
                          subject_id, subject_bucket, step_id, visit, channel, purpose, topic, priority, is_automated, survives_exit, status, due_at,
                          stale_at, reason_code, reason_detail, counted_at, created_at)
     select $1, $2, t.* from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::int[], $8::uuid[], $9::uuid[], $10::uuid[],
       $11::uuid[], $12::int[], $13::text[], $14::int[], $15::text[], $16::text[], $17::text[], $18::int[], $19::bool[], $20::bool[],
       $21::text[], $22::timestamptz[], $23::timestamptz[], $24::text[], $25::jsonb[], $26::timestamptz[], $27::timestamptz[]) as t
     on conflict (bucket, workspace_id, id) do update set
       status = excluded.status, due_at = excluded.due_at, reason_code = excluded.reason_code, reason_detail = excluded.reason_detail,
       counted_at = excluded.counted_at
     where message.status in ('asking', 'held')`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.id),
      rows.map((row) => row.key),
      rows.map((row) => row.personId),
      rows.map((row) => row.accountId),
      rows.map((row) => row.accountBucket),
      rows.map((row) => row.journeyId),
      rows.map((row) => row.versionId),
      rows.map((row) => row.enrollmentId),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.subjectBucket),
      rows.map((row) => row.stepId),
      rows.map((row) => row.visit),
      rows.map((row) => row.channel),
      rows.map((row) => row.purpose),
      rows.map((row) => row.topic),
      rows.map((row) => row.priority),
      rows.map((row) => row.isAutomated),
      rows.map((row) => row.survivesExit),
      rows.map((row) => row.status),
      rows.map((row) => date(row.dueAtMs)),
      rows.map((row) => date(row.staleAtMs)),
      rows.map((row) => row.reasonCode),
      rows.map((row) => JSON.stringify(row.reasonDetail)),
      rows.map((row) => date(row.countedAtMs)),
      rows.map((row) => new Date(row.createdAtMs)),
    ],
    "write-messages",
  );
}

/** Cancel what enrollments that left a state or the journey had under way, except messages this tick decides itself;
 * returns what was given back. */
export async function cancelMessages(
  tx: Tx,
  bucket: number,
  enrollmentIds: readonly string[],
  codes: readonly string[],
  exceptIds: readonly string[],
): Promise<
  {
    id: string;
    key: string;
    enrollment_id: string;
    account_id: string | null;
    account_bucket: number | null;
    step_id: string | null;
  }[]
> {
  if (enrollmentIds.length === 0) return [];
  return tx.query(
    `update message m set status = 'cancelled', reason_code = t.code, due_at = null, counted_at = null
       from unnest($3::uuid[], $4::text[]) as t (enrollment_id, code)
      where m.bucket = $1 and m.workspace_id = $2 and m.enrollment_id = t.enrollment_id
        and m.status in ('asking', 'held', 'queued') and not m.survives_exit and not m.id = any($5::uuid[])
      returning m.id, m.key, m.enrollment_id, m.account_id, m.account_bucket, m.step_id`,
    [bucket, tx.workspaceId, enrollmentIds, codes, exceptIds],
    "cancel-messages",
  );
}
