import type { Tx } from "@/db/transaction";

export interface NewRefused {
  id: string;
  field: string;
  reason: string;
  /** JSON text of the item as it came. */
  item: string;
}

/** Keep refused items for inspection; those of one request share a bucket. */
export async function addRefused(tx: Tx, bucket: number, refused: readonly NewRefused[], at: Date): Promise<void> {
  await tx.query(
    `insert into event_refused (bucket, workspace_id, at, id, field, reason, item)
     select $1, $2, $3, t.id, t.field, t.reason, t.item
       from unnest($4::uuid[], $5::text[], $6::text[], $7::jsonb[]) as t (id, field, reason, item)
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      at,
      refused.map((one) => one.id),
      refused.map((one) => one.field),
      refused.map((one) => one.reason),
      refused.map((one) => one.item),
    ],
    "add-refused",
  );
}
