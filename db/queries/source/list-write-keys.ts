import type { Tx } from "@/db/transaction";

export interface WriteKeyRow {
  id: string;
  kind: "server" | "browser";
  name: string;
  lastFour: string;
  origins: string[];
  createdAt: Date;
  revokedAt: Date | null;
}

/** The workspace's keys, living ones first. `write_key` has no row-level security: the workspace is asked for here. */
export function listWriteKeys(tx: Tx): Promise<WriteKeyRow[]> {
  return tx.query<WriteKeyRow & Record<string, unknown>>(
    `select id, kind, name, last_four as "lastFour", origins, created_at as "createdAt", revoked_at as "revokedAt"
       from write_key where workspace_id = $1 order by revoked_at desc nulls first, created_at desc`,
    [tx.workspaceId],
  );
}
