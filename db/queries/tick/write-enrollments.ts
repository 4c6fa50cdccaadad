import type { Tx } from "@/db/transaction";
import type { Enrollment } from "@/lib/journey/enrollment";

export interface EnrollmentToWrite {
  entryKey: string;
  enrollment: Enrollment;
}

const date = (ms: number | null) => (ms === null ? null : new Date(ms));

/** Write enrollments as they now are: new ones appear, known ones change place. */
export async function writeEnrollments(tx: Tx, bucket: number, rows: readonly EnrollmentToWrite[]): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(pick: (one: Enrollment) => T) => rows.map((row) => pick(row.enrollment));
  await tx.query(
    `insert into enrollment (bucket, workspace_id, id, journey_id, version_id, subject_id, entry_key, status, state_id, step_id,
                             entered_at, state_entered_at, step_entered_at, due_at, exited_at, outcome, held_out, state_timed_out, variant,
                             visits, wait, context, milestones)
     select $1, $2, t.* from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[], $16::text[], $17::bool[], $18::bool[],
       $19::text[], $20::jsonb[], $21::jsonb[], $22::jsonb[], $23::jsonb[]) as t
     on conflict (bucket, workspace_id, id) do update set
       version_id = excluded.version_id, status = excluded.status, state_id = excluded.state_id, step_id = excluded.step_id,
       state_entered_at = excluded.state_entered_at, step_entered_at = excluded.step_entered_at, due_at = excluded.due_at,
       exited_at = excluded.exited_at, state_timed_out = excluded.state_timed_out, outcome = excluded.outcome, visits = excluded.visits, wait = excluded.wait,
       context = excluded.context, milestones = excluded.milestones`,
    [
      bucket,
      tx.workspaceId,
      of((e) => e.id),
      of((e) => e.journeyId),
      of((e) => e.versionId),
      of((e) => e.subjectId),
      rows.map((row) => row.entryKey),
      of((e) => e.status),
      of((e) => e.stateId),
      of((e) => e.stepId),
      of((e) => date(e.enteredAtMs)),
      of((e) => date(e.stateEnteredAtMs)),
      of((e) => date(e.stepEnteredAtMs)),
      of((e) => date(e.dueAtMs)),
      of((e) => date(e.exitedAtMs)),
      of((e) => e.outcome),
      of((e) => e.heldOut),
      of((e) => e.stateTimedOut),
      of((e) => e.variant),
      of((e) => JSON.stringify(e.visits)),
      of((e) => (e.wait === null ? null : JSON.stringify(e.wait))),
      of((e) => JSON.stringify(e.context)),
      of((e) => JSON.stringify(e.milestones)),
    ],
    "write-enrollments",
  );
}
