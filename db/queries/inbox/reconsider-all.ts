import type { Tx } from "@/db/transaction";

/** Have every person or account of one bucket looked at again. */
export async function reconsiderAll(tx: Tx, bucket: number, subject: "person" | "account", cause: string): Promise<void> {
  const table = subject === "account" ? "account" : "person";
  const added = await tx.query(
    `insert into inbox (bucket, workspace_id, due_at, subject_id, kind, payload)
     select bucket, workspace_id, clock_timestamp(), id, 'reconsider', $3::jsonb from ${table} where bucket = $1 and workspace_id = $2
     on conflict do nothing returning 1`,
    [bucket, tx.workspaceId, JSON.stringify({ kind: "reconsider", cause })],
  );
  if (added.length > 0) tx.wake(bucket, "tick");
}
