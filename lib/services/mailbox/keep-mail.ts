import type { Database } from "@/db/database";
import { addMailboxMessage, trimMailbox } from "@/db/queries/mailbox/add-mailbox-message";
import type { MailboxMessage } from "@/lib/contract/mailbox/mail";

const KEPT_MAX = 2_000;
/** Trimming walks the index, so not with every mail. */
const TRIM_EVERY = 50;

/** Where the built-in mailbox puts what it receives: the workspace's newest 2,000. False when there is no such workspace. */
export function keepMail(database: Database): (workspaceId: string, mail: MailboxMessage) => Promise<boolean> {
  let received = 0;
  return (workspaceId, mail) =>
    database.transaction(workspaceId, async (tx) => {
      const isKept = await addMailboxMessage(tx, mail);
      if (isKept && received++ % TRIM_EVERY === 0) await trimMailbox(tx, KEPT_MAX);
      return isKept;
    });
}
