import type { Tx } from "@/db/transaction";
import type { MailboxEntry } from "@/lib/contract/mailbox/mail";

/** Newest first; `search` in sender, recipient and subject. */
export function listMailboxEntries(
  tx: Tx,
  { search, before, limit }: { search: string; before: { at: Date; id: string } | null; limit: number },
): Promise<(MailboxEntry & Record<string, unknown>)[]> {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return tx.query(
    `select id, at, "from", "to", subject from mailbox_message
      where workspace_id = $1 and ($2::timestamptz is null or (at, id) < ($2, $5::uuid)) and ($3 = '%%' or "from" ilike $3 or "to" ilike $3 or subject ilike $3)
      order by at desc, id desc limit $4`,
    [tx.workspaceId, before?.at ?? null, like, limit, before?.id ?? null],
  );
}
