import type { Work } from "@/db/queries/bucket/bump-due";
import type { Tx } from "@/db/transaction";

export interface DueBucket {
  workspaceId: string;
  bucket: number;
}

/** Buckets with work now, workspaces taking turns so that none starves another. Asked outside every workspace. */
export async function listDue(tx: Tx, work: Work, limit: number): Promise<DueBucket[]> {
  const rows = await tx.query<{ workspace_id: string; bucket: number }>(
    `select workspace_id, bucket from (
       select workspace_id, bucket, row_number() over (partition by workspace_id order by due_at) as place
         from bucket_due where work = $1 and due_at <= clock_timestamp()) due
      order by place limit $2`,
    [work, limit],
    "list-due",
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, bucket: row.bucket }));
}

/** When the next work of this kind falls due, anywhere; null when nothing waits. */
export async function nextDueAt(tx: Tx, work: Work): Promise<Date | null> {
  const [row] = await tx.query<{ due_at: Date | null }>(
    "select min(due_at) as due_at from bucket_due where work = $1",
    [work],
    "next-due",
  );
  return row?.due_at ?? null;
}
