import type { Tx } from "@/db/transaction";
import type { CompactScores, PeerScore } from "@/lib/metrics/report-input";

/** The scores last recorded on or before a day, at most a fortnight older. */
export async function loadScoresOn(
  tx: Tx,
  bucket: number,
  accountId: string,
  day: string,
): Promise<CompactScores | null> {
  const [row] = await tx.query<{ scores: CompactScores }>(
    `select scores from score_day where bucket = $1 and workspace_id = $2 and account_id = $3 and day <= $4 and day > ($4::text::date - 14)::text order by day desc limit 1`,
    [bucket, tx.workspaceId, accountId, day],
  );
  return row?.scores ?? null;
}

/** Factor scores of every account as last recorded while it was in the stage. A page read over all buckets. */
export async function loadPeerScores(tx: Tx, stage: string): Promise<PeerScore[]> {
  return tx.query<PeerScore>(
    `select distinct on (bucket, account_id) account_id as "accountId", $2::text as stage,
            (scores->'factors'->>'milestones')::float8 as "milestoneRate", (scores->'factors'->>'engagement')::float8 as engagement
       from score_day where workspace_id = $1 and scores->>'stage' = $2 order by bucket, account_id, day desc`,
    [tx.workspaceId, stage],
  );
}
