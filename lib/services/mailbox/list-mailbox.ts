import { listMailboxEntries } from "@/db/queries/mailbox/list-mailbox";
import type { MailboxEntry } from "@/lib/contract/mailbox/mail";
import { listMailboxContract } from "@/lib/contract/mailbox/mailbox";
import { defineVerb } from "@/lib/services/define-verb";

/** Mail the built-in mailbox received, newest first. `nextBefore` asks for the ones after these. */
export const listMailbox = defineVerb(
  listMailboxContract,
  async ({ tx }, { search, before, limit }): Promise<{ entries: MailboxEntry[]; nextBefore: string | null }> => {
    const rows = await listMailboxEntries(tx, { search, before: before ? placeOf(before) : null, limit: limit + 1 });
    const entries = rows.slice(0, limit);
    const last = entries.at(-1);
    return { entries, nextBefore: last && rows.length > limit ? `${last.at.toISOString()}~${last.id}` : null };
  },
);

function placeOf(before: string): { at: Date; id: string } {
  const [at = "", id = ""] = before.split("~");
  return { at: new Date(at), id };
}
