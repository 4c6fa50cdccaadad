import type { Tx } from "@/db/transaction";
import { bucketOf } from "@/lib/hash/bucket-of";

export interface NamedAccount {
  id: string;
  name: string;
  stage: string | null;
}

export async function loadAccountNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, NamedAccount>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<NamedAccount>(
    "select id, name, stage from account where bucket = any($1::int[]) and workspace_id = $2 and id = any($3::uuid[])",
    [[...new Set(wanted.map(bucketOf))], tx.workspaceId, wanted],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
