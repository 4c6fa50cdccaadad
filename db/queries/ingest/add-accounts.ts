import type { Tx } from "@/db/transaction";

/** The row an account has from the first moment; everything else is the tick's to write. */
export async function addAccounts(
  tx: Tx,
  bucket: number,
  accounts: readonly { id: string; externalId: string; name: string }[],
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into account (bucket, workspace_id, id, external_id, name, created_at)
     select $1, $2, t.id, t.external_id, t.name, $6
       from unnest($3::uuid[], $4::text[], $5::text[]) as t (id, external_id, name)
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      accounts.map((one) => one.id),
      accounts.map((one) => one.externalId),
      accounts.map((one) => one.name),
      at,
    ],
    "add-accounts",
  );
}
