import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, workspaceId } from "@/db/schema/columns";

/** What the built-in mailbox received over SMTP when no mail server is set up. The newest 2,000 per workspace are kept. */
export const mailboxMessage = pgTable(
  "mailbox_message",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    at: at("at").notNull(),
    from: text("from").notNull(),
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    /** In document order: [name, value]. */
    headers: jsonb("headers").notNull(),
    /** The message's Message-ID without brackets: the same for every attempt of one message. */
    messageKey: text("message_key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index("mailbox_message_at").on(t.workspaceId, t.at)],
);
