import type { Tx } from "@/db/transaction";

/** Buckets with accounts not scored for a day, or never. */
export async function listUnscoredBuckets(tx: Tx, now: Date): Promise<number[]> {
  const rows = await tx.query<{ bucket: number }>(
    `select distinct bucket from account
      where workspace_id = $1 and (scored_at is null or scored_at < $2::timestamptz - interval '24 hours') order by bucket`,
    [tx.workspaceId, now],
  );
  return rows.map((row) => row.bucket);
}
