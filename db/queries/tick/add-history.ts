import type { Tx } from "@/db/transaction";

export interface DecisionToAdd {
  subjectId: string;
  enrollmentId: string | null;
  journeyId: string | null;
  versionId: string | null;
  stepId: string | null;
  visit: number;
  code: string;
  port: string | null;
  detail: Readonly<Record<string, unknown>>;
  atMs: number;
}

export async function addDecisions(tx: Tx, bucket: number, rows: readonly DecisionToAdd[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into decision (bucket, workspace_id, subject_id, enrollment_id, journey_id, version_id, step_id, visit, code, port, detail, at)
     select $1, $2, t.* from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::int[], $9::text[], $10::text[],
       $11::jsonb[], $12::timestamptz[]) as t
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.subjectId),
      rows.map((row) => row.enrollmentId),
      rows.map((row) => row.journeyId),
      rows.map((row) => row.versionId),
      rows.map((row) => row.stepId),
      rows.map((row) => row.visit),
      rows.map((row) => row.code),
      rows.map((row) => row.port),
      rows.map((row) => JSON.stringify(row.detail)),
      rows.map((row) => new Date(row.atMs)),
    ],
    "add-decisions",
  );
}

export interface MoveToAdd {
  enrollmentId: string;
  journeyId: string;
  versionId: string;
  subjectId: string;
  fromStepId: string | null;
  port: string;
  toStepId: string | null;
  visit: number;
  atMs: number;
  dwellMs: number;
}

export async function addMoves(tx: Tx, bucket: number, rows: readonly MoveToAdd[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into move (bucket, workspace_id, enrollment_id, journey_id, version_id, subject_id, from_step_id, port, to_step_id, visit, at, dwell_ms)
     select $1, $2, t.* from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::int[],
       $11::timestamptz[], $12::bigint[]) as t
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.enrollmentId),
      rows.map((row) => row.journeyId),
      rows.map((row) => row.versionId),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.fromStepId),
      rows.map((row) => row.port),
      rows.map((row) => row.toStepId),
      rows.map((row) => row.visit),
      rows.map((row) => new Date(row.atMs)),
      rows.map((row) => Math.round(row.dwellMs)),
    ],
    "add-moves",
  );
}
