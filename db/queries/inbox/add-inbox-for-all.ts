import type { Tx } from "@/db/transaction";
import type { InboxItem } from "@/lib/contract/inbox-item";

/** Give every person or account of one bucket the same item, such as "look again". */
export async function addInboxForAll(
  tx: Tx,
  bucket: number,
  subject: "person" | "account",
  item: Extract<InboxItem, { kind: "reconsider" | "plan_dates" }>,
  /** Effective time; now when left out. */
  dueAt: Date | null = null,
): Promise<void> {
  const table = subject === "account" ? "account" : "person";
  const added = await tx.query(
    `insert into inbox (bucket, workspace_id, due_at, subject_id, kind, payload)
     select bucket, workspace_id, coalesce($5::timestamptz, clock_timestamp()), id, $3, $4::jsonb from ${table} where bucket = $1 and workspace_id = $2
     on conflict do nothing returning 1`,
    [bucket, tx.workspaceId, item.kind, JSON.stringify(item), dueAt],
  );
  if (added.length > 0) tx.wake(bucket, "tick", dueAt ?? undefined);
}
