import type { Tx } from "@/db/transaction";

const WEEK_MS = 7 * 86_400_000;

/** Distinct people active in each of the last `weeks` full weeks up to `now`, oldest first; weeks before the first use are left out. */
export async function loadWeeklyActive(
  tx: Tx,
  bucket: number,
  accountId: string,
  activeNames: readonly string[],
  now: Date,
  weeks: number,
): Promise<number[]> {
  const start = new Date(now.getTime() - weeks * WEEK_MS).toISOString().slice(0, 10);
  const end = now.toISOString().slice(0, 10);
  const rows = await tx.query<{ week: number; people: number }>(
    `select (day::date - $4::text::date) / 7 as week, count(distinct p)::int as people from account_day, unnest(persons) p
      where bucket = $1 and workspace_id = $2 and account_id = $3 and day >= $4 and day < $5 and name = any($6::text[]) group by 1`,
    [bucket, tx.workspaceId, accountId, start, end, activeNames],
  );
  const byWeek = new Map(rows.map((row) => [row.week, row.people]));
  const counts = Array.from({ length: weeks }, (_, week) => byWeek.get(week) ?? 0);
  const first = counts.findIndex((count) => count > 0);
  return first < 0 ? [] : counts.slice(first);
}
