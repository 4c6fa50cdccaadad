import type { Tx } from "@/db/transaction";

/** What started each enrollment of one bucket, by enrollment id. */
export async function loadContexts(
  tx: Tx,
  bucket: number,
  enrollmentIds: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const rows = await tx.query<{ id: string; context: Record<string, unknown> }>(
    "select id, context from enrollment where bucket = $1 and workspace_id = $2 and id = any($3::uuid[])",
    [bucket, tx.workspaceId, enrollmentIds],
    "load-contexts",
  );
  return new Map(rows.map((row) => [row.id, row.context]));
}
