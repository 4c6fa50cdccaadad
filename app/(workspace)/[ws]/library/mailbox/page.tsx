import type { Metadata } from "next";
import { LibraryTabs } from "@/components/library/library-tabs";
import { MailList } from "@/components/mailbox/mail-list";
import { MailSearch } from "@/components/mailbox/mail-search";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { ButtonLink } from "@/components/ui/button-link";
import { read } from "@/lib/http/page";
import { listMailbox } from "@/lib/services/mailbox/list-mailbox";

export const metadata: Metadata = { title: "Mailbox" };

interface MailboxPageProps {
  params: Promise<{ ws: string }>;
  searchParams: Promise<{ search?: string; before?: string }>;
}

export default async function MailboxPage({ params, searchParams }: MailboxPageProps) {
  const { ws } = await params;
  const { search = "", before } = await searchParams;
  const { entries, nextBefore } = await read(ws, listMailbox, { search, ...(before ? { before } : {}) });
  return (
    <>
      <TopBar title="Library" />
      <Page>
        <LibraryTabs ws={ws} />
        <MailSearch search={search} />
        <MailList ws={ws} entries={entries} search={search} />
        {nextBefore && (
          <ButtonLink className="self-start" href={{ query: { ...(search ? { search } : {}), before: nextBefore } }}>
            Older mail
          </ButtonLink>
        )}
      </Page>
    </>
  );
}
