import type { Tx } from "@/db/transaction";

/** Stored contents of templates by id. */
export async function loadContents(tx: Tx, templateIds: readonly string[]): Promise<Map<string, unknown>> {
  if (templateIds.length === 0) return new Map();
  const rows = await tx.query<{ id: string; content: unknown }>(
    "select id, content from template where workspace_id = $1 and id = any($2::uuid[])",
    [tx.workspaceId, templateIds],
    "load-contents",
  );
  return new Map(rows.map((row) => [row.id, row.content]));
}
