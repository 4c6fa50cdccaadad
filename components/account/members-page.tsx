import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { AccountHead } from "./account-head";
import { formatTime } from "./format";

interface MembersPageProps {
  ws: string;
  account: Parameters<typeof AccountHead>[0]["account"] & {
    members: {
      id: string;
      name: string | null;
      email: string | null;
      role: string | null;
      isPrimary: boolean;
      lastSeenAt: Date | null;
    }[];
  };
}

export function MembersPage({ ws, account }: MembersPageProps) {
  return (
    <>
      <AccountHead ws={ws} account={account} />
      <Page width="report">
        <h1 className="visually-hidden">People of {account.name}</h1>
        <Table
          caption="People of the account"
          rows={account.members}
          rowKey={(row) => row.id}
          rowHref={(row) => `/${ws}/people/${row.id}`}
          empty={
            <EmptyState icon="people" title="No people yet">
              A person joins when your product sends a group call for them.
            </EmptyState>
          }
          columns={[
            { id: "name", header: "Person", cell: (row) => row.name ?? row.email ?? "Unknown", phone: "title" },
            {
              id: "email",
              header: "E-mail",
              cell: (row) => <span className="text-ink-2">{row.email ?? "–"}</span>,
              phone: "note",
            },
            { id: "role", header: "Role", cell: (row) => (row.role ? <Tag>{row.role}</Tag> : "–"), phone: "value" },
            {
              id: "primary",
              header: "Contact",
              cell: (row) => (row.isPrimary ? <Tag tone="info">Primary contact</Tag> : ""),
            },
            {
              id: "seen",
              header: "Last seen",
              align: "right",
              cell: (row) => (row.lastSeenAt ? formatTime(row.lastSeenAt.getTime()) : "Never"),
              phone: "aside",
            },
          ]}
        />
      </Page>
    </>
  );
}
