import type { Work } from "@/db/queries/bucket/bump-due";
import type { Tx } from "@/db/transaction";

/** Write when the bucket next has work (null: never). Whoever added work since `turn` was read keeps their earlier time. */
export async function settleDue(
  tx: Tx,
  input: { bucket: number; work: Work; turn: number; nextDueAt: Date | null },
): Promise<void> {
  await tx.query(
    `update bucket_due
        set due_at = case when turn = $4 then $5::timestamptz else least(due_at, $5::timestamptz) end
      where bucket = $1 and workspace_id = $2 and work = $3`,
    [input.bucket, tx.workspaceId, input.work, input.turn, input.nextDueAt],
    "settle-due",
  );
}
