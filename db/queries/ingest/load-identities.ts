import type { IdentityRow } from "@/db/queries/ingest/identity-row";
import type { Tx } from "@/db/transaction";

/** What is known of these identifiers of one bucket. */
export function loadIdentities(
  tx: Tx,
  bucket: number,
  wanted: readonly { kind: string; value: string }[],
): Promise<IdentityRow[]> {
  return tx.query<IdentityRow & Record<string, unknown>>(
    `select i.kind, i.value, i.subject_id as "subjectId", i.subject_bucket as "subjectBucket"
       from unnest($3::text[], $4::text[]) as w (kind, value)
       join identity i on i.bucket = $1 and i.workspace_id = $2 and i.kind = w.kind and i.value = w.value`,
    [bucket, tx.workspaceId, wanted.map((one) => one.kind), wanted.map((one) => one.value)],
    "load-identities",
  );
}
