import type { Tx } from "@/db/transaction";
import type { Walk } from "@/lib/metrics/sankey";

/** One more than the columns drawn, so that "went on" is known. */
const STEPS_MAX = 8;
const WALKS_MAX = 5000;

/** Which steps enrollments of these versions took, the same walks counted together, most frequent first. */
export async function loadWalks(tx: Tx, versionIds: readonly string[], since: Date | null): Promise<Walk[]> {
  return tx.query<Walk & { steps: string[] }>(
    `select w.steps, w.ended, count(*)::int as count from (
       select (array_agg(m.to_step_id order by m.id))[1:$4] as steps, bool_and(coalesce(e.status, 'exited') <> 'active') as ended
         from move m left join enrollment e on e.bucket = m.bucket and e.workspace_id = m.workspace_id and e.id = m.enrollment_id
        where m.workspace_id = $1 and m.version_id = any($2::uuid[])
        group by m.bucket, m.enrollment_id
       having $3::timestamptz is null or min(m.at) >= $3) w
      group by w.steps, w.ended order by count(*) desc, w.steps limit $5`,
    [tx.workspaceId, versionIds, since, STEPS_MAX, WALKS_MAX],
  );
}
