import type { Tx } from "@/db/transaction";

export interface PathDelta {
  versionId: string;
  day: string;
  fromStepId: string;
  port: string;
  toStepId: string;
  heldOut: boolean;
  count: number;
  dwellMs: number;
  dwellBins: readonly number[];
}

/** Add to the day's path counts. Rows are sorted so that two writers could never deadlock. */
export async function addPathDeltas(tx: Tx, bucket: number, rows: readonly PathDelta[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into path_day (bucket, workspace_id, version_id, day, from_step_id, port, to_step_id, held_out, count, dwell_ms, dwell_bins)
     select $1, $2, t.version_id, t.day, t.from_step_id, t.port, t.to_step_id, t.held_out, t.count, t.dwell_ms, t.dwell_bins::int[]
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bool[], $9::int[], $10::bigint[], $11::text[])
         as t (version_id, day, from_step_id, port, to_step_id, held_out, count, dwell_ms, dwell_bins)
     on conflict (bucket, workspace_id, version_id, day, from_step_id, port, to_step_id, held_out) do update set
       count = path_day.count + excluded.count,
       dwell_ms = path_day.dwell_ms + excluded.dwell_ms,
       dwell_bins = (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by place)
                       from unnest(path_day.dwell_bins, excluded.dwell_bins) with ordinality as bins (a, b, place))`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.versionId),
      rows.map((row) => row.day),
      rows.map((row) => row.fromStepId),
      rows.map((row) => row.port),
      rows.map((row) => row.toStepId),
      rows.map((row) => row.heldOut),
      rows.map((row) => row.count),
      rows.map((row) => row.dwellMs),
      rows.map((row) => `{${row.dwellBins.join(",")}}`),
    ],
    "add-path-deltas",
  );
}

export interface OutcomeDelta {
  versionId: string;
  day: string;
  stepId: string;
  outcome: string;
  heldOut: boolean;
  count: number;
}

export async function addOutcomeDeltas(tx: Tx, bucket: number, rows: readonly OutcomeDelta[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into outcome_day (bucket, workspace_id, version_id, day, step_id, outcome, held_out, count)
     select $1, $2, t.* from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::int[]) as t
     on conflict (bucket, workspace_id, version_id, day, step_id, outcome, held_out) do update set count = outcome_day.count + excluded.count`,
    [
      bucket,
      tx.workspaceId,
      rows.map((row) => row.versionId),
      rows.map((row) => row.day),
      rows.map((row) => row.stepId),
      rows.map((row) => row.outcome),
      rows.map((row) => row.heldOut),
      rows.map((row) => row.count),
    ],
    "add-outcome-deltas",
  );
}
