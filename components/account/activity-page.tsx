import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import Link from "next/link";
import { AccountHead } from "./account-head";
import { formatTime } from "./format";

interface ActivityPageProps {
  ws: string;
  account: Parameters<typeof AccountHead>[0]["account"];
  activity: {
    events: {
      id: string;
      atMs: number;
      label: string;
      impact: string | null;
      personId: string | null;
      who: string | null;
      properties: Record<string, unknown>;
    }[];
    before: string | null;
  };
}

const values = (properties: Record<string, unknown>) =>
  Object.entries(properties)
    .slice(0, 4)
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join(", ");

export function ActivityPage({ ws, account, activity }: ActivityPageProps) {
  return (
    <>
      <AccountHead ws={ws} account={account} />
      <Page width="report">
        <h1 className="visually-hidden">Activity of {account.name}</h1>
        <Table
          caption="Events of the account and its people"
          density="compact"
          rows={activity.events}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="event" title="No events yet">
              Events of this account and its people appear here as they are received.
            </EmptyState>
          }
          columns={[
            {
              id: "at",
              header: "Time",
              width: 130,
              cell: (row) => <span className="text-ink-2">{formatTime(row.atMs)}</span>,
              phone: "aside",
            },
            { id: "event", header: "Event", cell: (row) => row.label, phone: "title" },
            {
              id: "who",
              header: "Who",
              cell: (row) =>
                row.personId ? (
                  <Link className="text-accent-text hover:underline" href={`/${ws}/people/${row.personId}`}>
                    {row.who ?? "A person"}
                  </Link>
                ) : (
                  "Account"
                ),
              phone: "note",
            },
            { id: "impact", header: "Impact", cell: (row) => row.impact ?? <span className="text-ink-3">–</span> },
            {
              id: "properties",
              header: "Properties",
              cell: (row) => <span className="block max-w-[380px] truncate text-ink-2">{values(row.properties)}</span>,
            },
          ]}
        />
        {activity.before && (
          <div>
            <ButtonLink href={`?before=${encodeURIComponent(activity.before)}`}>Earlier events</ButtonLink>
          </div>
        )}
      </Page>
    </>
  );
}
