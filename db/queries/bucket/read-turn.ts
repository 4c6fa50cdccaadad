import type { Work } from "@/db/queries/bucket/bump-due";
import type { Tx } from "@/db/transaction";

/** The turn of a bucket's work as a pass begins, to hand back to `settleDue`; 0 when it never had any. */
export async function readTurn(tx: Tx, { bucket, work }: { bucket: number; work: Work }): Promise<number> {
  const [row] = await tx.query<{ turn: number }>(
    "select turn::float8 as turn from bucket_due where bucket = $1 and workspace_id = $2 and work = $3",
    [bucket, tx.workspaceId, work],
    "read-turn",
  );
  return row?.turn ?? 0;
}
