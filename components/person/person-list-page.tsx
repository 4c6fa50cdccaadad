import Link from "next/link";
import { formatTime } from "@/components/account/format";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { PersonSearch } from "./person-search";

interface PersonListPageProps {
  ws: string;
  q: string;
  list: {
    total: number;
    next: string | null;
    people: {
      id: string;
      name: string | null;
      email: string | null;
      region: string | null;
      accountId: string | null;
      accountName: string | null;
      lastSeenAtMs: number | null;
      createdAtMs: number;
    }[];
  };
}

export function PersonListPage({ ws, q, list }: PersonListPageProps) {
  const next = list.next ? `/${ws}/people?${new URLSearchParams({ ...(q ? { q } : {}), after: list.next })}` : null;
  return (
    <>
      <TopBar title="People" tags={<span className="text-small text-ink-2">{list.total.toLocaleString("en")}</span>} />
      <Page width="report">
        <PersonSearch ws={ws} q={q} />
        <Table
          caption="People"
          rows={list.people}
          rowKey={(row) => row.id}
          rowHref={(row) => `/${ws}/people/${row.id}`}
          empty={
            <EmptyState icon="people" title={q ? `Nobody matches “${q}”` : "No people yet"}>
              {q ? "Search by name, e-mail or id." : "People appear as soon as your product sends an identify call."}
            </EmptyState>
          }
          columns={[
            { id: "name", header: "Person", cell: (row) => row.name ?? row.email ?? "Anonymous", phone: "title" },
            {
              id: "email",
              header: "E-mail",
              cell: (row) => <span className="text-ink-2">{row.email ?? "–"}</span>,
              phone: "note",
            },
            {
              id: "account",
              header: "Account",
              cell: (row) =>
                row.accountId && row.accountName ? (
                  <Link className="relative text-accent-text hover:underline" href={`/${ws}/accounts/${row.accountId}`}>
                    {row.accountName}
                  </Link>
                ) : (
                  "–"
                ),
            },
            { id: "region", header: "Region", cell: (row) => row.region ?? "–" },
            {
              id: "seen",
              header: "Last seen",
              align: "right",
              cell: (row) => (row.lastSeenAtMs === null ? "Never" : formatTime(row.lastSeenAtMs)),
              phone: "aside",
            },
          ]}
        />
        {next && (
          <div>
            <ButtonLink href={next}>Next page</ButtonLink>
          </div>
        )}
      </Page>
    </>
  );
}
