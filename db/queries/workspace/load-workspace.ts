import type { Tx } from "@/db/transaction";

export interface WorkspaceRow {
  slug: string;
  name: string;
  zone: string;
  isDemo: boolean;
}

/** The workspace of this transaction. */
export async function loadWorkspace(tx: Tx): Promise<WorkspaceRow | null> {
  const [row] = await tx.query<WorkspaceRow & Record<string, unknown>>(
    `select slug, name, zone, is_demo as "isDemo" from workspace where id = $1`,
    [tx.workspaceId],
  );
  return row ?? null;
}
