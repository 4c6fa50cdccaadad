import type { Tx } from "@/db/transaction";

export async function listVocabulary(tx: Tx): Promise<{ kind: string; name: string }[]> {
  return tx.query("select kind, name from vocabulary where workspace_id = $1 order by kind, name limit 2000", [
    tx.workspaceId,
  ]);
}
