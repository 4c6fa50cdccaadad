import type { Tx } from "@/db/transaction";

export interface Recipient {
  id: string;
  externalId: string | null;
  email: string | null;
  phone: string | null;
  name: string | null;
  zone: string | null;
  traits: Record<string, unknown>;
  accountTraits: Record<string, unknown> | null;
}

/** People of one bucket by id. */
export async function loadRecipients(tx: Tx, bucket: number, ids: readonly string[]): Promise<Map<string, Recipient>> {
  const rows = await tx.query<Recipient & Record<string, unknown>>(
    `select id, external_id as "externalId", email, phone, name, zone, traits, account_traits as "accountTraits"
       from person where bucket = $1 and workspace_id = $2 and id = any($3::uuid[])`,
    [bucket, tx.workspaceId, ids],
    "load-recipients",
  );
  return new Map(rows.map((row) => [row.id, row]));
}
