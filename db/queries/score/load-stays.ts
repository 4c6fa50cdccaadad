import type { Tx } from "@/db/transaction";
import type { ReportStay } from "@/lib/metrics/report-input";

/** The latest stays are enough to forecast and compare with. */
const STAYS_MAX = 20_000;

/** Stays of all accounts as they were known at `now`, newest first. */
export async function loadStays(tx: Tx, now: Date): Promise<ReportStay[]> {
  const rows = await tx.query<{ accountId: string; stage: string; enteredAt: Date; leftAt: Date | null }>(
    `select account_id as "accountId", stage, entered_at as "enteredAt", case when left_at <= $2 then left_at end as "leftAt"
       from stage_stay where workspace_id = $1 and entered_at <= $2 order by entered_at desc limit $3`,
    [tx.workspaceId, now, STAYS_MAX],
  );
  return rows.map((row) => ({
    accountId: row.accountId,
    stage: row.stage,
    enteredAtMs: row.enteredAt.getTime(),
    leftAtMs: row.leftAt?.getTime() ?? null,
  }));
}
