import type { Tx } from "@/db/transaction";

export async function noteUnsubscribed(tx: Tx, bucket: number, messageId: string, at: Date): Promise<void> {
  await tx.query(
    "update message set unsubscribed_at = coalesce(unsubscribed_at, $4) where bucket = $1 and workspace_id = $2 and id = $3",
    [bucket, tx.workspaceId, messageId, at],
    "note-unsubscribed",
  );
}
