import type { Tx } from "@/db/transaction";

/** Remember message ids in one bucket, sorted, and give back those never seen there before. */
export async function markSeen(tx: Tx, bucket: number, messageIds: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `insert into event_seen (bucket, workspace_id, message_id, received_at)
     select $1, $2, t.id, $4 from unnest($3::text[]) as t (id)
     on conflict do nothing
     returning message_id as id`,
    [bucket, tx.workspaceId, messageIds, at],
    "mark-seen",
  );
  return rows.map((row) => row.id);
}
