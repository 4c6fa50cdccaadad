import type { Tx } from "@/db/transaction";

export interface DecisionRow {
  id: string;
  at: Date;
  journeyId: string | null;
  versionId: string | null;
  stepId: string | null;
  visit: number;
  code: string;
  port: string | null;
  detail: Record<string, unknown>;
}

/** Decisions about a subject, newest first; `before` is an id of the last page. */
export async function listDecisions(
  tx: Tx,
  subject: { id: string; bucket: number },
  filter: { journeyId?: string | undefined; codes?: readonly string[] | undefined; before?: string | undefined },
  limit: number,
): Promise<DecisionRow[]> {
  return tx.query<DecisionRow>(
    `select id::text, at, journey_id as "journeyId", version_id as "versionId", step_id as "stepId", visit, code, port, detail from decision
      where bucket = $1 and workspace_id = $2 and subject_id = $3 and ($4::uuid is null or journey_id = $4) and ($5::text[] is null or code = any($5))
        and ($6::bigint is null or id < $6)
      order by at desc, id desc limit $7`,
    [
      subject.bucket,
      tx.workspaceId,
      subject.id,
      filter.journeyId ?? null,
      filter.codes ?? null,
      filter.before ?? null,
      limit,
    ],
  );
}
