import type { Tx } from "@/db/transaction";

export interface TaskToAdd {
  id: string;
  key: string;
  subjectId: string;
  accountId: string | null;
  personId: string | null;
  journeyId: string;
  versionId: string;
  enrollmentId: string;
  stepId: string;
  visit: number;
  type: string;
  title: string;
  notes: string;
  ownerId: string | null;
  dueAtMs: number;
  keepOpen: boolean;
  cause: string;
  createdAtMs: number;
}

export async function addTasks(tx: Tx, bucket: number, rows: readonly TaskToAdd[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into task (bucket, workspace_id, id, key, subject_id, account_id, person_id, journey_id, version_id, enrollment_id, step_id, visit,
                       type, title, notes, owner_id, status, due_at, keep_open, cause, created_at)
     select $1, $2, t.id, t.key, t.subject_id, t.account_id, t.person_id, t.journey_id, t.version_id, t.enrollment_id, t.step_id, t.visit,
            t.type, t.title, t.notes, t.owner_id, 'open', t.due_at, t.keep_open, t.cause, t.created_at
       from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::int[],
                   $13::text[], $14::text[], $15::text[], $16::uuid[], $17::timestamptz[], $18::bool[], $19::text[], $20::timestamptz[])
         as t (id, key, subject_id, account_id, person_id, journey_id, version_id, enrollment_id, step_id, visit,
               type, title, notes, owner_id, due_at, keep_open, cause, created_at)
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.id),
      rows.map((row) => row.key),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.accountId),
      rows.map((row) => row.personId),
      rows.map((row) => row.journeyId),
      rows.map((row) => row.versionId),
      rows.map((row) => row.enrollmentId),
      rows.map((row) => row.stepId),
      rows.map((row) => row.visit),
      rows.map((row) => row.type),
      rows.map((row) => row.title),
      rows.map((row) => row.notes),
      rows.map((row) => row.ownerId),
      rows.map((row) => new Date(row.dueAtMs)),
      rows.map((row) => row.keepOpen),
      rows.map((row) => row.cause),
      rows.map((row) => new Date(row.createdAtMs)),
    ],
    "add-tasks",
  );
}

/** Close open tasks of enrollments that left: "no longer needed", unless marked to be kept. */
export async function cancelTasks(tx: Tx, bucket: number, enrollmentIds: readonly string[], now: Date): Promise<void> {
  if (enrollmentIds.length === 0) return;
  await tx.query(
    `update task set status = 'cancelled', outcome = 'no longer needed', closed_at = $4
      where bucket = $1 and workspace_id = $2 and enrollment_id = any($3::uuid[]) and status = 'open' and not keep_open`,
    [bucket, tx.workspaceId, enrollmentIds, now],
    "cancel-tasks",
  );
}
