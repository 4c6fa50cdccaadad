import type { Tx } from "@/db/transaction";

export async function countApprovalsWaiting(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ waiting: number }>(
    "select count(*)::int as waiting from approval where workspace_id = $1 and decided_at is null",
    [tx.workspaceId],
  );
  return row?.waiting ?? 0;
}
