import type { Tx } from "@/db/transaction";
import type { InboxItem } from "@/lib/contract/inbox-item";

export interface NewInboxItem {
  subjectId: string;
  /** Effective time: applied in this order, then in order of adding. */
  dueAt: Date;
  item: InboxItem;
}

/** Append items to one bucket's inbox and wake it after commit. */
export async function addInbox(tx: Tx, bucket: number, items: readonly NewInboxItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query(
    `insert into inbox (bucket, workspace_id, due_at, subject_id, kind, payload)
     select $1, $2, t.due_at, t.subject_id, t.kind, t.payload
       from unnest($3::timestamptz[], $4::uuid[], $5::text[], $6::jsonb[]) with ordinality as t (due_at, subject_id, kind, payload, place)
      order by t.place
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      items.map((one) => one.dueAt),
      items.map((one) => one.subjectId),
      items.map((one) => one.item.kind),
      items.map((one) => JSON.stringify(one.item)),
    ],
    "add-inbox",
  );
  tx.wake(bucket, "tick");
}
