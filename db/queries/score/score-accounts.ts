import type { Tx } from "@/db/transaction";
import { addInbox } from "@/db/queries/inbox/add-inbox";
import { loadLifecycle } from "@/db/queries/score/load-lifecycle";
import { loadScoreFacts } from "@/db/queries/score/load-score-facts";
import { loadStays } from "@/db/queries/score/load-stays";
import { writeScores } from "@/db/queries/score/write-scores";
import type { JourneyDocument } from "@/lib/journey/document";
import type { ReportStay } from "@/lib/metrics/report-input";
import { scoreAccount } from "@/lib/metrics/score-account";

/** What every bucket's accounts are scored against; load once for many buckets. */
export interface ScoreFrame {
  document: JourneyDocument;
  stays: readonly ReportStay[];
}

export async function loadScoreFrame(tx: Tx, now: Date): Promise<ScoreFrame> {
  return { document: await loadLifecycle(tx), stays: await loadStays(tx, now) };
}

/** Score all accounts of a bucket as of `now`: health, journey health, derived traits, criteria met, and the day's row for
 * trends. Holds the bucket's lock, and asks the tick to look again at accounts whose scores changed. Returns how many. */
export async function scoreAccounts(
  tx: Tx,
  bucket: number,
  now: Date,
  frame?: ScoreFrame,
  options: { announce: boolean } = { announce: true },
): Promise<number> {
  await tx.query("select 1 from bucket_lock where bucket = $1 and workspace_id = $2 for update", [
    bucket,
    tx.workspaceId,
  ]);
  const facts = await loadScoreFacts(tx, bucket, now);
  if (facts.length === 0) return 0;
  const { document, stays } = frame ?? (await loadScoreFrame(tx, now));
  const scored = facts.map((one) => ({
    accountId: one.account.id,
    stage: one.account.stage,
    scored: scoreAccount(one, document, stays, now.getTime()),
  }));
  await writeScores(tx, bucket, scored, now);
  if (options.announce)
    await addInbox(
      tx,
      bucket,
      scored.map((one) => ({ subjectId: one.accountId, dueAt: now, item: { kind: "reconsider", cause: "scored" } })),
    );
  return scored.length;
}
