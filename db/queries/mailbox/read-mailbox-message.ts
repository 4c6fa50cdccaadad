import type { MailboxMessage } from "@/lib/contract/mailbox/mail";
import type { Tx } from "@/db/transaction";

export async function readMail(tx: Tx, id: string): Promise<MailboxMessage | null> {
  const [row] = await tx.query<MailboxMessage & Record<string, unknown>>(
    `select id, at, "from", "to", subject, html, text, headers, message_key as "messageKey" from mailbox_message where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id],
  );
  return row ?? null;
}
