import type { Tx } from "@/db/transaction";

/** Subjects inside a journey by bucket, ascending. */
export async function listActiveSubjects(tx: Tx, journeyId: string): Promise<Map<number, string[]>> {
  const rows = await tx.query<{ bucket: number; ids: string[] }>(
    `select bucket, array_agg(distinct subject_id)::text[] as ids from enrollment
      where workspace_id = $1 and journey_id = $2 and status = 'active' group by bucket order by bucket`,
    [tx.workspaceId, journeyId],
  );
  return new Map(rows.map((row) => [row.bucket, row.ids]));
}
