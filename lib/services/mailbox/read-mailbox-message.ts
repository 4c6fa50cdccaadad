import type { MailboxMessage } from "@/lib/contract/mailbox/mail";
import { readMail } from "@/db/queries/mailbox/read-mailbox-message";
import { readMailboxMessageContract } from "@/lib/contract/mailbox/mailbox";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

/** One received mail as its recipient has it. */
export const readMailboxMessage = defineVerb(
  readMailboxMessageContract,
  async ({ tx }, { mailId }): Promise<MailboxMessage> => {
    const mail = await readMail(tx, mailId);
    if (!mail) throw new AppError("not_found", "There is no such mail. The mailbox keeps the newest 2,000.");
    return mail;
  },
);
