import type { Tx } from "@/db/transaction";

export interface RecentEventRow {
  id: string;
  receivedAt: Date;
  type: string;
  name: string;
  subject: string | null;
  properties: Record<string, unknown>;
}

/** The latest events received since `since`: the last few of each bucket by its key, then the last of those. */
export function listRecentEvents(tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<RecentEventRow[]> {
  return tx.query<RecentEventRow & Record<string, unknown>>(
    `select e.id, e.received_at as "receivedAt", e.type, e.name, e.properties,
            coalesce(p.external_id, a.name) as subject
       from bucket_lock l
       cross join lateral (
         select * from event e
          where e.bucket = l.bucket and e.workspace_id = $1 and e.received_at > $2
          order by e.received_at desc limit $3) e
       left join person p on p.bucket = e.bucket and p.workspace_id = $1 and p.id = e.person_id
       left join account a on a.bucket = e.bucket and a.workspace_id = $1 and a.id = e.account_id
      where l.workspace_id = $1
      order by e.received_at desc, e.id limit $3`,
    [tx.workspaceId, since, limit],
  );
}
