import type { Tx } from "@/db/transaction";

export interface Sender {
  name: string;
  zone: string;
  policy: unknown;
  signingSecret: string;
  senderName: string;
  senderAddress: string;
  postalAddress: string;
}

/** What messages of this transaction's workspace carry and are signed with; null when there is no such workspace. */
export async function readSender(tx: Tx): Promise<Sender | null> {
  const [row] = await tx.query<Sender & Record<string, unknown>>(
    `select name, zone, policy, signing_secret as "signingSecret", sender_name as "senderName", sender_address as "senderAddress",
            postal_address as "postalAddress" from workspace where id = $1`,
    [tx.workspaceId],
    "read-sender",
  );
  return row ?? null;
}
