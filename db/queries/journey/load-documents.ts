import type { Tx } from "@/db/transaction";

/** Documents of frozen versions as stored, by version id. */
export async function loadDocuments(tx: Tx, versionIds: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await tx.query<{ id: string; document: unknown }>(
    "select id, document from journey_version where workspace_id = $1 and id = any($2::uuid[])",
    [tx.workspaceId, versionIds],
    "load-documents",
  );
  return new Map(rows.map((row) => [row.id, row.document]));
}
