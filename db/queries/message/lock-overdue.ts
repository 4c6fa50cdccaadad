import { type QueuedMessage, queuedColumns } from "@/db/queries/message/queued-message";
import type { Tx } from "@/db/transaction";

/** Messages whose worker did not say how sending ended before its lease did: whether they went out is not known. */
export function lockOverdue(
  tx: Tx,
  { bucket, now, limit }: { bucket: number; now: Date; limit: number },
): Promise<QueuedMessage[]> {
  return tx.query<QueuedMessage>(
    `select ${queuedColumns} from message
      where bucket = $1 and workspace_id = $2 and status = 'sending' and lease_until < $3
      order by lease_until, id limit $4 for update skip locked`,
    [bucket, tx.workspaceId, now, limit],
    "lock-overdue",
  );
}
