import { type QueuedMessage, queuedColumns } from "@/db/queries/message/queued-message";
import type { Tx } from "@/db/transaction";

/** Queued messages of one bucket that may go out now, locked; those another worker holds are passed over. */
export function lockQueued(
  tx: Tx,
  { bucket, now, limit }: { bucket: number; now: Date; limit: number },
): Promise<QueuedMessage[]> {
  return tx.query<QueuedMessage>(
    `select ${queuedColumns} from message
      where bucket = $1 and workspace_id = $2 and status = 'queued' and (due_at is null or due_at <= $3)
      order by priority desc, due_at nulls first, created_at, id
      limit $4 for update skip locked`,
    [bucket, tx.workspaceId, now, limit],
    "lock-queued",
  );
}
