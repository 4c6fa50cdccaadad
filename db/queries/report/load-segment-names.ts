import type { Tx } from "@/db/transaction";

export async function loadSegmentNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ name: string }>(
    "select name from segment where workspace_id = $1 and id = any($2::uuid[]) and deleted_at is null order by name",
    [tx.workspaceId, ids],
  );
  return rows.map((row) => row.name);
}
