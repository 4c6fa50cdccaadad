import type { Tx } from "@/db/transaction";

interface NewEscalation {
  id: string;
  accountId: string;
  title: string;
  severity: string;
  openedBy: string | null;
  openedAt: Date;
}

export async function addEscalation(tx: Tx, bucket: number, row: NewEscalation): Promise<void> {
  await tx.query(
    "insert into escalation (bucket, workspace_id, account_id, id, title, severity, opened_by, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [bucket, tx.workspaceId, row.accountId, row.id, row.title, row.severity, row.openedBy, row.openedAt],
  );
}

/** Title of the escalation just closed; null when there is no open one. */
export async function closeEscalation(
  tx: Tx,
  bucket: number,
  row: { accountId: string; id: string; closedAt: Date; resolution: string },
): Promise<string | null> {
  const [closed] = await tx.query<{ title: string }>(
    `update escalation set closed_at = $5, resolution = $6
      where bucket = $1 and workspace_id = $2 and account_id = $3 and id = $4 and closed_at is null returning title`,
    [bucket, tx.workspaceId, row.accountId, row.id, row.closedAt, row.resolution],
  );
  return closed?.title ?? null;
}
