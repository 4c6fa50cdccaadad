import type { Tx } from "@/db/transaction";

export interface FoundWriteKey {
  id: string;
  workspaceId: string;
  kind: "server" | "browser";
  origins: string[];
}

/** The living key with this SHA-256 (hex); asked outside every workspace, for it is the key that names one. */
export async function findWriteKey(tx: Tx, keyHash: string): Promise<FoundWriteKey | null> {
  const [row] = await tx.query<FoundWriteKey & Record<string, unknown>>(
    'select id, workspace_id as "workspaceId", kind, origins from write_key where key_hash = $1 and revoked_at is null',
    [keyHash],
    "find-write-key",
  );
  return row ?? null;
}
