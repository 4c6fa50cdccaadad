import { MailTime } from "@/components/mailbox/mail-time";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import type { MailboxEntry } from "@/lib/contract/mailbox/mail";

const columns: readonly Column<MailboxEntry>[] = [
  { id: "subject", header: "Subject", phone: "title", cell: (mail) => mail.subject || "(no subject)" },
  { id: "to", header: "To", phone: "note", cell: (mail) => mail.to },
  { id: "from", header: "From", cell: (mail) => mail.from },
  { id: "at", header: "Received", align: "right", phone: "aside", cell: (mail) => <MailTime at={mail.at} /> },
];

export function MailList({ ws, entries, search }: { ws: string; entries: readonly MailboxEntry[]; search: string }) {
  return (
    <Table
      caption="Mail in the built-in mailbox, newest first"
      columns={columns}
      rows={entries}
      rowKey={(mail) => mail.id}
      rowHref={(mail) => `/${ws}/library/mailbox/${mail.id}`}
      empty={
        search ? (
          <EmptyState icon="message" title="No mail matches">
            The search looks in subject, sender and recipient.
          </EmptyState>
        ) : (
          <EmptyState icon="message" title="No mail yet">
            While no mail server is set up, every e-mail a journey sends arrives here, over real SMTP. The newest 2,000
            are kept.
          </EmptyState>
        )
      }
    />
  );
}
