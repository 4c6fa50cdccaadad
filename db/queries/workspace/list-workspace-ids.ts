import type { Tx } from "@/db/transaction";

/** Every workspace somebody is a member of. Asked outside every workspace. */
export async function listWorkspaceIds(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>("select distinct workspace_id as id from membership order by 1");
  return rows.map((row) => row.id);
}
