import type { Tx } from "@/db/transaction";
import type { ScoredAccount } from "@/lib/metrics/score-account";

export interface ScoreToWrite {
  accountId: string;
  stage: string | null;
  scored: ScoredAccount;
}

/** Write scores of one bucket's accounts: the day's row, and the account itself unless it was scored later already. */
export async function writeScores(tx: Tx, bucket: number, rows: readonly ScoreToWrite[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into score_day (bucket, workspace_id, account_id, day, health, journey_health, scores)
     select $1, $2, t.account_id, $3, t.health, t.journey_health, t.scores
       from unnest($4::uuid[], $5::float8[], $6::float8[], $7::jsonb[]) as t (account_id, health, journey_health, scores)
     on conflict (bucket, workspace_id, account_id, day) do update
       set health = excluded.health, journey_health = excluded.journey_health, scores = excluded.scores`,
    [
      bucket,
      tx.workspaceId,
      now.toISOString().slice(0, 10),
      rows.map((row) => row.accountId),
      rows.map((row) => row.scored.health.score),
      rows.map((row) => row.scored.journeyHealth.score),
      rows.map((row) => JSON.stringify({ ...row.scored.compact, stage: row.stage })),
    ],
  );
  // Traits are merged in place: the bucket's lock is held, so no tick writes them back meanwhile.
  await tx.query(
    `update account a set health = t.health, health_coverage = t.coverage, journey_health = t.journey_health, scores = t.scores, scored_at = $3,
            traits = jsonb_strip_nulls(a.traits || t.traits)
       from unnest($4::uuid[], $5::float8[], $6::float8[], $7::float8[], $8::jsonb[], $9::jsonb[])
         as t (id, health, coverage, journey_health, scores, traits)
      where a.bucket = $1 and a.workspace_id = $2 and a.id = t.id and (a.scored_at is null or a.scored_at <= $3)`,
    [
      bucket,
      tx.workspaceId,
      now,
      rows.map((row) => row.accountId),
      rows.map((row) => row.scored.health.score),
      rows.map((row) => row.scored.health.coverage),
      rows.map((row) => row.scored.journeyHealth.score),
      rows.map((row) =>
        JSON.stringify({ health: row.scored.health, journeyHealth: row.scored.journeyHealth, risks: row.scored.risks }),
      ),
      rows.map((row) => JSON.stringify(row.scored.traits)),
    ],
  );
  const met = rows.flatMap((row) =>
    row.scored.newlyMet.map((one) => ({ ...one, accountId: row.accountId, stage: row.stage })),
  );
  if (met.length === 0) return;
  await tx.query(
    `insert into criterion_met (bucket, workspace_id, account_id, stage, criterion_id, status, at, by, evidence)
     select $1, $2, t.account_id, t.stage, t.criterion_id, 'met', $3, 'rule', t.evidence
       from unnest($4::uuid[], $5::text[], $6::text[], $7::jsonb[]) as t (account_id, stage, criterion_id, evidence)
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      now,
      met.map((one) => one.accountId),
      met.map((one) => one.stage),
      met.map((one) => one.criterionId),
      met.map((one) => JSON.stringify({ actual: one.actual, target: one.target })),
    ],
  );
}
