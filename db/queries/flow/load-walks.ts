import type { Tx } from "@/db/transaction";
import type { Walk } from "@/lib/metrics/sankey";

/** One more than the columns drawn, so that "went on" is known. */
const STEPS_MAX = 8;
const WALKS_MAX = 5000;

/** Which steps enrollments of these versions took, from their first visit to `from` on where it is given, the same walks counted together, most frequent first. */
export async function loadWalks(
  tx: Tx,
  versionIds: readonly string[],
  since: Date | null,
  from: string | null = null,
): Promise<Walk[]> {
  return tx.query<Walk & { steps: string[] }>(
    `select w.steps[w.first:w.first + $4 - 1] as steps, w.ended, count(*)::int as count from (
       select t.*, case when $6::text is null then 1 else array_position(t.steps, $6) end as first from (
       select array_agg(m.to_step_id order by m.id) as steps, bool_and(coalesce(e.status, 'exited') <> 'active') as ended
         from move m left join enrollment e on e.bucket = m.bucket and e.workspace_id = m.workspace_id and e.id = m.enrollment_id
        where m.workspace_id = $1 and m.version_id = any($2::uuid[])
        group by m.bucket, m.enrollment_id
       having $3::timestamptz is null or min(m.at) >= $3) t) w
      where w.first is not null
      group by 1, 2 order by count(*) desc, 1 limit $5`,
    [tx.workspaceId, versionIds, since, STEPS_MAX, WALKS_MAX, from],
  );
}
