import type { Tx } from "@/db/transaction";

export interface NewMember {
  accountId: string;
  personId: string;
  personBucket: number;
}

/** People of accounts of one bucket. */
export async function addMembers(tx: Tx, bucket: number, members: readonly NewMember[], at: Date): Promise<void> {
  await tx.query(
    `insert into account_member (bucket, workspace_id, account_id, person_id, person_bucket, joined_at)
     select $1, $2, t.account_id, t.person_id, t.person_bucket, $6
       from unnest($3::uuid[], $4::uuid[], $5::int[]) as t (account_id, person_id, person_bucket)
     on conflict do nothing`,
    [
      bucket,
      tx.workspaceId,
      members.map((one) => one.accountId),
      members.map((one) => one.personId),
      members.map((one) => one.personBucket),
      at,
    ],
    "add-members",
  );
}
