import type { Database } from "@/db/database";
import { listUnscoredBuckets } from "@/db/queries/score/list-unscored-buckets";
import { loadScoreFrame, scoreAccounts } from "@/db/queries/score/score-accounts";
import { listWorkspaceIds } from "@/db/queries/workspace/list-workspace-ids";

/** Score every account not scored for a day: one transaction a bucket, so that ticks go on between. Scoring twice at
 * once is harmless, so workers need not agree on who does it. Returns how many were scored. */
export async function scoreDueAccounts(database: Database, now: Date): Promise<number> {
  let scored = 0;
  for (const workspaceId of await database.outside(listWorkspaceIds)) {
    const buckets = await database.transaction(workspaceId, (tx) => listUnscoredBuckets(tx, now));
    if (buckets.length === 0) continue;
    const frame = await database.transaction(workspaceId, (tx) => loadScoreFrame(tx, now));
    for (const bucket of buckets) {
      scored += await database.transaction(workspaceId, (tx) => scoreAccounts(tx, bucket, now, frame));
    }
  }
  return scored;
}
