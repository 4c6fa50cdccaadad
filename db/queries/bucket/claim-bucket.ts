import type { Work } from "@/db/queries/bucket/bump-due";
import type { Tx } from "@/db/transaction";

export interface Claim {
  /** Hand back to `settleDue`. */
  turn: number;
  /** The database's clock: due times are compared with nothing else. */
  now: Date;
}

/** Become the bucket's one writer until this transaction ends; null when another worker is. */
export async function claimBucket(tx: Tx, bucket: number, work: Work): Promise<Claim | null> {
  const [lock] = await tx.query(
    "select 1 from bucket_lock where bucket = $1 and workspace_id = $2 for update skip locked",
    [bucket, tx.workspaceId],
    "claim-bucket-lock",
  );
  if (!lock) return null;
  const [row] = await tx.query<{ turn: number; now: Date }>(
    `select coalesce((select turn from bucket_due where bucket = $1 and workspace_id = $2 and work = $3), 0)::float8 as turn,
            clock_timestamp() as now`,
    [bucket, tx.workspaceId, work],
    "claim-bucket-turn",
  );
  return row ?? null;
}
