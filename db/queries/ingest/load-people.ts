import type { Tx } from "@/db/transaction";

export interface PersonPlace {
  id: string;
  email: string | null;
  phone: string | null;
  accountId: string | null;
  accountBucket: number | null;
}

/** Where these people of one bucket belong, and the addresses they have. */
export function loadPeople(tx: Tx, bucket: number, ids: readonly string[]): Promise<PersonPlace[]> {
  return tx.query<PersonPlace & Record<string, unknown>>(
    `select id, email, phone, account_id as "accountId", account_bucket as "accountBucket"
       from person where bucket = $1 and workspace_id = $2 and id = any($3::uuid[])`,
    [bucket, tx.workspaceId, ids],
    "load-people",
  );
}
