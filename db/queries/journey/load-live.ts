import type { Tx } from "@/db/transaction";

export interface LiveVersionRow {
  version_id: string;
  journey_id: string;
  status: string;
  name: string;
  is_lifecycle: boolean;
}

/** Versions that take new entries or whose journey is paused. Small, read in each tick so that a publish acts at once. */
export async function loadLiveVersions(tx: Tx): Promise<LiveVersionRow[]> {
  return tx.query<LiveVersionRow>(
    `select live_version_id as version_id, id as journey_id, status, name, is_lifecycle from journey
      where workspace_id = $1 and live_version_id is not null`,
    [tx.workspaceId],
    "load-live-versions",
  );
}

export async function loadVersionDocuments(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; journey_id: string; document: unknown }[]> {
  return tx.query(
    "select id, journey_id, document from journey_version where workspace_id = $1 and id = any($2::uuid[])",
    [tx.workspaceId, ids],
    "load-version-documents",
  );
}

export async function loadSegmentRules(
  tx: Tx,
): Promise<{ id: string; name: string; subject: string; rule: unknown }[]> {
  return tx.query(
    "select id, name, subject, rule from segment where workspace_id = $1 and deleted_at is null",
    [tx.workspaceId],
    "load-segment-rules",
  );
}

export async function loadWorkspaceSettings(tx: Tx): Promise<{ zone: string; region: string | null; policy: unknown }> {
  const [row] = await tx.query<{ zone: string; region: string | null; policy: unknown }>(
    "select zone, region, policy from workspace where id = $1",
    [tx.workspaceId],
    "load-workspace-settings",
  );
  if (!row) throw new Error("The workspace of this transaction does not exist.");
  return row;
}
