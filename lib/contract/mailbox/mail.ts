/** A mail as the built-in mailbox received it. */
export interface MailboxMessage {
  id: string;
  at: Date;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: [string, string][];
  messageKey: string;
}

/** One line of the list. */
export type MailboxEntry = Pick<MailboxMessage, "id" | "at" | "from" | "to" | "subject">;
