import type { Tx } from "@/db/transaction";

/** Close the stay an account was in and begin the next. */
export async function addStageStays(
  tx: Tx,
  bucket: number,
  rows: readonly { accountId: string; stage: string | null; atMs: number; manner: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const [ids, stages, times] = [
    rows.map((row) => row.accountId),
    rows.map((row) => row.stage),
    rows.map((row) => new Date(row.atMs)),
  ];
  await tx.query(
    `update stage_stay s set left_at = t.at from unnest($3::uuid[], $4::timestamptz[]) as t (account_id, at)
      where s.bucket = $1 and s.workspace_id = $2 and s.account_id = t.account_id and s.left_at is null`,
    [bucket, tx.workspaceId, ids, times],
    "close-stage-stays",
  );
  await tx.query(
    `insert into stage_stay (bucket, workspace_id, account_id, stage, entered_at, manner)
     select $1, $2, t.* from unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::text[]) as t (account_id, stage, at, manner)
      where t.stage is not null on conflict do nothing`,
    [bucket, tx.workspaceId, ids, stages, times, rows.map((row) => row.manner)],
    "add-stage-stays",
  );
}
