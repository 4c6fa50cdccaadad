import type { Tx } from "@/db/transaction";
import type { MailboxMessage } from "@/lib/contract/mailbox/mail";

/** Keep one received mail. False when this transaction's workspace does not exist. */
export async function addMailboxMessage(tx: Tx, mail: MailboxMessage): Promise<boolean> {
  const rows = await tx.query(
    `insert into mailbox_message (workspace_id, id, at, "from", "to", subject, html, text, headers, message_key)
     select id, $2::uuid, $3::timestamptz, $4, $5, $6, $7, $8, $9::jsonb, $10 from workspace where id = $1 returning id`,
    [
      tx.workspaceId,
      mail.id,
      mail.at,
      mail.from,
      mail.to,
      mail.subject,
      mail.html,
      mail.text,
      JSON.stringify(mail.headers),
      mail.messageKey,
    ],
    "add-mailbox-message",
  );
  return rows.length > 0;
}

/** Forget all but the newest. */
export async function trimMailbox(tx: Tx, keep: number): Promise<void> {
  await tx.query(
    `delete from mailbox_message where workspace_id = $1
        and at < (select at from mailbox_message where workspace_id = $1 order by at desc offset $2 limit 1)`,
    [tx.workspaceId, keep - 1],
  );
}
