import type { Tx } from "@/db/transaction";

export interface RefusedItemRow {
  id: string;
  at: Date;
  field: string;
  reason: string;
  item: unknown;
}

/** The latest refused items since `since`. */
export function listRefusedItems(tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<RefusedItemRow[]> {
  return tx.query<RefusedItemRow & Record<string, unknown>>(
    `select r.id, r.at, r.field, r.reason, r.item
       from bucket_lock l
       cross join lateral (
         select * from event_refused r
          where r.bucket = l.bucket and r.workspace_id = $1 and r.at > $2
          order by r.at desc limit $3) r
      where l.workspace_id = $1
      order by r.at desc, r.id limit $3`,
    [tx.workspaceId, since, limit],
  );
}
