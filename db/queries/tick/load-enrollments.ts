import type { Tx } from "@/db/transaction";
import type { Enrollment } from "@/lib/journey/enrollment";

interface EnrollmentRow {
  id: string;
  journey_id: string;
  version_id: string;
  subject_id: string;
  entry_key: string;
  status: "active" | "exited";
  state_id: string;
  step_id: string;
  entered_at: Date;
  state_entered_at: Date;
  step_entered_at: Date;
  due_at: Date | null;
  exited_at: Date | null;
  outcome: Enrollment["outcome"];
  held_out: boolean;
  state_timed_out: boolean;
  variant: string | null;
  visits: Record<string, number>;
  wait: Enrollment["wait"];
  context: Record<string, unknown>;
  milestones: Record<string, number>;
}

export interface LoadedEnrollment {
  entryKey: string;
  enrollment: Enrollment;
}

export async function loadActiveEnrollments(
  tx: Tx,
  bucket: number,
  subjectIds: readonly string[],
): Promise<LoadedEnrollment[]> {
  const rows = await tx.query<EnrollmentRow>(
    `select id, journey_id, version_id, subject_id, entry_key, status, state_id, step_id, entered_at, state_entered_at, step_entered_at,
            due_at, exited_at, outcome, held_out, state_timed_out, variant, visits, wait, context, milestones
       from enrollment where bucket = $1 and workspace_id = $2 and subject_id = any($3::uuid[]) and status = 'active'`,
    [bucket, tx.workspaceId, subjectIds],
    "load-active-enrollments",
  );
  return rows.map((row) => ({
    entryKey: row.entry_key,
    enrollment: {
      id: row.id,
      journeyId: row.journey_id,
      versionId: row.version_id,
      subjectId: row.subject_id,
      status: row.status,
      stateId: row.state_id,
      stepId: row.step_id,
      enteredAtMs: row.entered_at.getTime(),
      stateEnteredAtMs: row.state_entered_at.getTime(),
      stepEnteredAtMs: row.step_entered_at.getTime(),
      visits: row.visits,
      wait: row.wait,
      dueAtMs: row.due_at?.getTime() ?? null,
      outcome: row.outcome,
      exitedAtMs: row.exited_at?.getTime() ?? null,
      heldOut: row.held_out,
      stateTimedOut: row.state_timed_out,
      variant: row.variant,
      context: row.context,
      milestones: row.milestones,
    },
  }));
}

export interface PastEntries {
  subject_id: string;
  journey_id: string;
  entry_key: string;
  entries: number;
  last_exit_at: Date | null;
}

/** How often a subject went through a journey before, for re-entry. */
export async function loadPastEntries(
  tx: Tx,
  bucket: number,
  subjectIds: readonly string[],
  journeyIds: readonly string[],
): Promise<PastEntries[]> {
  if (journeyIds.length === 0) return [];
  return tx.query<PastEntries>(
    `select subject_id, journey_id, entry_key, count(*)::int as entries, max(exited_at) as last_exit_at
       from enrollment where bucket = $1 and workspace_id = $2 and subject_id = any($3::uuid[]) and journey_id = any($4::uuid[])
      group by subject_id, journey_id, entry_key`,
    [bucket, tx.workspaceId, subjectIds, journeyIds],
    "load-past-entries",
  );
}
