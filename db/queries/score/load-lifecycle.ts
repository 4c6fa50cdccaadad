import type { Tx } from "@/db/transaction";
import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";
import { lifecycleDocument } from "@/lib/journey/lifecycle";

/** The workspace's lifecycle as it runs; before one is live, the one that ships. */
export async function loadLifecycle(tx: Tx): Promise<JourneyDocument> {
  const [row] = await tx.query<{ document: unknown }>(
    `select v.document from journey j join journey_version v on v.workspace_id = j.workspace_id and v.id = j.live_version_id
      where j.workspace_id = $1 and j.is_lifecycle limit 1`,
    [tx.workspaceId],
  );
  return row ? journeyDocument.parse(row.document) : lifecycleDocument();
}
