import type { Tx } from "@/db/transaction";

/** The account each of these people of one bucket belongs to from now on. */
export async function placePeople(
  tx: Tx,
  bucket: number,
  people: readonly { id: string; accountId: string; accountBucket: number }[],
): Promise<void> {
  await tx.query(
    `update person p set account_id = t.account_id, account_bucket = t.account_bucket, account_traits = null
       from unnest($3::uuid[], $4::uuid[], $5::int[]) as t (id, account_id, account_bucket)
      where p.bucket = $1 and p.workspace_id = $2 and p.id = t.id and p.account_id is distinct from t.account_id`,
    [
      bucket,
      tx.workspaceId,
      people.map((one) => one.id),
      people.map((one) => one.accountId),
      people.map((one) => one.accountBucket),
    ],
    "place-people",
  );
}
