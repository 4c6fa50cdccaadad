import type { Tx } from "@/db/transaction";

export type Work = "tick" | "deliver";

/** Move a bucket's next work to `dueAt` (null: now) unless it is due before that. Raising `turn` keeps a tick
 * that is just ending from overwriting this with a later time. */
export async function bumpDue(
  tx: Tx,
  { bucket, work, dueAt }: { bucket: number; work: Work; dueAt: Date | null },
): Promise<void> {
  await tx.query(
    `insert into bucket_due (bucket, workspace_id, work, due_at, turn)
     values ($1, $2, $3, coalesce($4::timestamptz, clock_timestamp()), 1)
     on conflict (bucket, workspace_id, work) do update
       set due_at = least(bucket_due.due_at, excluded.due_at), turn = bucket_due.turn + 1`,
    [bucket, tx.workspaceId, work, dueAt],
    "bump-due",
  );
}
