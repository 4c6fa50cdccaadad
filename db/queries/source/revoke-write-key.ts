import type { Tx } from "@/db/transaction";

/** End a living key of this workspace; null when it has none of this id. */
export async function revokeWriteKeyRow(tx: Tx, id: string, at: Date): Promise<{ name: string } | null> {
  const [row] = await tx.query<{ name: string }>(
    "update write_key set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null returning name",
    [tx.workspaceId, id, at],
  );
  return row ?? null;
}
