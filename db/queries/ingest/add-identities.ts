import type { IdentityRow } from "@/db/queries/ingest/identity-row";
import type { Tx } from "@/db/transaction";

/** Add identifiers of one bucket, sorted by kind and value so that two requests never wait for each other in a ring.
 * Gives back those that are new; the others were somebody's already. */
export function addIdentities(
  tx: Tx,
  bucket: number,
  rows: readonly IdentityRow[],
  at: Date,
): Promise<Pick<IdentityRow, "kind" | "value">[]> {
  return tx.query<Pick<IdentityRow, "kind" | "value">>(
    `insert into identity (bucket, workspace_id, kind, value, subject_id, subject_bucket, created_at)
     select $1, $2, t.kind, t.value, t.subject_id, t.subject_bucket, $7
       from unnest($3::text[], $4::text[], $5::uuid[], $6::int[]) as t (kind, value, subject_id, subject_bucket)
     on conflict do nothing
     returning kind, value`,
    [
      bucket,
      tx.workspaceId,
      rows.map((one) => one.kind),
      rows.map((one) => one.value),
      rows.map((one) => one.subjectId),
      rows.map((one) => one.subjectBucket),
      at,
    ],
    "add-identities",
  );
}
