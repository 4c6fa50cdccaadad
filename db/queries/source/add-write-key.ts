import type { Tx } from "@/db/transaction";

export interface NewWriteKey {
  id: string;
  kind: "server" | "browser";
  name: string;
  keyHash: string;
  lastFour: string;
  origins: readonly string[];
}

export async function addWriteKey(tx: Tx, key: NewWriteKey, at: Date): Promise<void> {
  await tx.query(
    "insert into write_key (id, workspace_id, kind, name, key_hash, last_four, origins, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [key.id, tx.workspaceId, key.kind, key.name, key.keyHash, key.lastFour, key.origins, at],
  );
}
