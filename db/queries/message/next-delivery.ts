import type { Tx } from "@/db/transaction";

/** When a bucket's messages next need a look: the earliest queued one, or the earliest lease to end. */
export async function nextDelivery(tx: Tx, bucket: number): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select min(case status when 'queued' then coalesce(due_at, created_at) else lease_until end) as at
       from message where bucket = $1 and workspace_id = $2 and status in ('queued', 'sending')`,
    [bucket, tx.workspaceId],
    "next-delivery",
  );
  return row?.at ?? null;
}
