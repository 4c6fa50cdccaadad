import type { Tx } from "@/db/transaction";

interface Mark {
  accountId: string;
  stage: string;
  criterionId: string;
  status: "met" | "waived";
  at: Date;
  by: string;
  reason: string;
}

/** Record the mark; a rule's own finding gives way to a person's word. Returns every mark of the account as `stage.criterion`. */
export async function writeMark(tx: Tx, bucket: number, mark: Mark): Promise<string[]> {
  await tx.query(
    `insert into criterion_met (bucket, workspace_id, account_id, stage, criterion_id, status, at, by, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (bucket, workspace_id, account_id, stage, criterion_id) do update
       set status = excluded.status, at = excluded.at, by = excluded.by, reason = excluded.reason`,
    [bucket, tx.workspaceId, mark.accountId, mark.stage, mark.criterionId, mark.status, mark.at, mark.by, mark.reason],
  );
  const rows = await tx.query<{ mark: string }>(
    "select stage || '.' || criterion_id as mark from criterion_met where bucket = $1 and workspace_id = $2 and account_id = $3 and by <> 'rule' order by 1",
    [bucket, tx.workspaceId, mark.accountId],
  );
  return rows.map((row) => row.mark);
}
