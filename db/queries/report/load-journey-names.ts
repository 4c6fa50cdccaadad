import type { Tx } from "@/db/transaction";

export async function loadJourneyNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>("select id, name from journey where workspace_id = $1", [
    tx.workspaceId,
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
