import type { Tx } from "@/db/transaction";

export interface EscalationRow {
  id: string;
  accountId: string;
  title: string;
  severity: string;
  openedAt: Date;
  closedAt: Date | null;
  resolution: string | null;
}

const columns =
  'id, account_id as "accountId", title, severity, opened_at as "openedAt", closed_at as "closedAt", resolution';

export async function listAccountEscalations(tx: Tx, bucket: number, accountId: string): Promise<EscalationRow[]> {
  return tx.query<EscalationRow>(
    `select ${columns} from escalation where bucket = $1 and workspace_id = $2 and account_id = $3 order by closed_at is not null, opened_at desc limit 20`,
    [bucket, tx.workspaceId, accountId],
  );
}

export async function listOpenEscalations(tx: Tx, limit: number): Promise<EscalationRow[]> {
  return tx.query<EscalationRow>(
    `select ${columns} from escalation where workspace_id = $1 and closed_at is null order by opened_at limit $2`,
    [tx.workspaceId, limit],
  );
}
