import type { Tx } from "@/db/transaction";

export interface EnrollmentRow {
  id: string;
  journeyId: string;
  journeyName: string;
  isLifecycle: boolean;
  versionId: string;
  versionNumber: number;
  status: string;
  stateId: string;
  stepId: string;
  enteredAt: Date;
  stepEnteredAt: Date;
  dueAt: Date | null;
  exitedAt: Date | null;
  outcome: string | null;
  heldOut: boolean;
  variant: string | null;
}

/** Where a subject is and has been, the active first. Journeys are reference data, asked for after the hot rows. */
export async function listEnrollments(tx: Tx, bucket: number, subjectId: string): Promise<EnrollmentRow[]> {
  const rows = await tx.query<Omit<EnrollmentRow, "journeyName" | "isLifecycle" | "versionNumber">>(
    `select id, journey_id as "journeyId", version_id as "versionId", status, state_id as "stateId", step_id as "stepId", entered_at as "enteredAt",
            step_entered_at as "stepEnteredAt", due_at as "dueAt", exited_at as "exitedAt", outcome, held_out as "heldOut", variant
       from enrollment where bucket = $1 and workspace_id = $2 and subject_id = $3 order by status = 'active' desc, entered_at desc limit 100`,
    [bucket, tx.workspaceId, subjectId],
  );
  if (rows.length === 0) return [];
  const journeys = await tx.query<{ versionId: string; name: string; isLifecycle: boolean; number: number }>(
    `select v.id as "versionId", v.number, j.name, j.is_lifecycle as "isLifecycle" from journey_version v
       join journey j on j.workspace_id = v.workspace_id and j.id = v.journey_id where v.workspace_id = $1 and v.id = any($2::uuid[])`,
    [tx.workspaceId, [...new Set(rows.map((row) => row.versionId))]],
  );
  const byVersion = new Map(journeys.map((journey) => [journey.versionId, journey]));
  return rows.map((row) => {
    const journey = byVersion.get(row.versionId);
    return {
      ...row,
      journeyName: journey?.name ?? "A deleted journey",
      isLifecycle: journey?.isLifecycle ?? false,
      versionNumber: journey?.number ?? 0,
    };
  });
}
