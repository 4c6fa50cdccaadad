import type { Tx } from "@/db/transaction";

export interface AuditRow {
  number: number;
  at: Date;
  actor: string;
  verb: string;
  subject: string;
  detail: Record<string, unknown>;
}

/** Newest first; an empty verb or actor is every one. */
export async function listAudit(
  tx: Tx,
  filter: { verb: string; actor: string; before: number | null; limit: number },
): Promise<AuditRow[]> {
  return tx.query<AuditRow & Record<string, unknown>>(
    `select number, at, actor, verb, subject, detail from audit
      where workspace_id = $1 and ($2 = '' or verb = $2) and ($3 = '' or actor = $3) and ($4::int is null or number < $4)
      order by number desc limit $5`,
    [tx.workspaceId, filter.verb, filter.actor, filter.before, filter.limit],
  );
}

/** Which verbs and actors the log has, to filter by. */
export async function listAuditTerms(tx: Tx): Promise<{ verbs: string[]; actors: string[] }> {
  const verbs = await tx.query<{ verb: string }>(
    "select distinct verb from audit where workspace_id = $1 order by verb",
    [tx.workspaceId],
  );
  const actors = await tx.query<{ actor: string }>(
    "select distinct actor from audit where workspace_id = $1 order by actor",
    [tx.workspaceId],
  );
  return { verbs: verbs.map((row) => row.verb), actors: actors.map((row) => row.actor) };
}
