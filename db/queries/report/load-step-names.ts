import type { Tx } from "@/db/transaction";

/** Names of the steps of frozen versions: (versionId, stepId) → name. */
export async function loadStepNames(
  tx: Tx,
  versionIds: readonly (string | null)[],
): Promise<(versionId: string | null, stepId: string | null) => string | null> {
  const ids = [...new Set(versionIds.filter((id) => id !== null))];
  const rows =
    ids.length === 0
      ? []
      : await tx.query<{ versionId: string; stepId: string; name: string }>(
          `select v.id as "versionId", s->>'id' as "stepId", s->>'name' as name from journey_version v, jsonb_array_elements(v.document->'steps') s
            where v.workspace_id = $1 and v.id = any($2::uuid[])`,
          [tx.workspaceId, ids],
        );
  const names = new Map(rows.map((row) => [`${row.versionId} ${row.stepId}`, row.name]));
  return (versionId, stepId) => names.get(`${versionId} ${stepId}`) ?? null;
}
