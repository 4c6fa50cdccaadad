import type { Metadata } from "next";
import { MailTime } from "@/components/mailbox/mail-time";
import { MailView } from "@/components/mailbox/mail-view";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/shell/page-header";
import { TopBar } from "@/components/shell/top-bar";
import { read } from "@/lib/http/page";
import { readMailboxMessage } from "@/lib/services/mailbox/read-mailbox-message";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage({ params }: { params: Promise<{ ws: string; mailId: string }> }) {
  const { ws, mailId } = await params;
  const mail = await read(ws, readMailboxMessage, { mailId });
  return (
    <>
      <TopBar
        headingBelow
        crumbs={[
          { label: "Library", href: `/${ws}/library` },
          { label: "Mailbox", href: `/${ws}/library/mailbox` },
        ]}
        title="Mail"
      />
      <Page width="reading">
        <PageHeader title={mail.subject || "(no subject)"} right={<MailTime at={mail.at} />}>
          From {mail.from} to {mail.to}
        </PageHeader>
        <MailView mail={mail} />
      </Page>
    </>
  );
}
