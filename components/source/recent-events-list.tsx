"use client";
import { Clock } from "@/components/source/clock";
import { usePolled } from "@/components/source/use-polled";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Table, type Column } from "@/components/ui/table";
import { recentEvents, type RecentEvents } from "@/lib/contract/source/source-verbs";

type Row = RecentEvents["events"][number];

const columns: readonly Column<Row>[] = [
  { id: "name", header: "Event", cell: (row) => row.name, phone: "title" },
  { id: "type", header: "Type", cell: (row) => row.type, width: 90, phone: "value" },
  { id: "subject", header: "Who", cell: (row) => <span className="break-all">{row.subject}</span>, phone: "note" },
  {
    id: "properties",
    header: "Properties",
    cell: (row) => (
      <code className="line-clamp-1 max-w-[360px] font-mono text-small break-all text-ink-2">
        {JSON.stringify(row.properties)}
      </code>
    ),
  },
  {
    id: "at",
    header: "Received",
    cell: (row) => <Clock atMs={row.receivedAtMs} />,
    align: "right",
    width: 160,
    phone: "aside",
  },
];

export function RecentEventsList({ ws, first }: { ws: string; first: RecentEvents }) {
  const { data, failed } = usePolled(`/api/app/${ws}/sources/events`, recentEvents.parse, first);
  return (
    <Section title="Latest events" note="Of the last 24 hours, renewed every two seconds." hairline={false}>
      {failed && <Notice tone="warn">The list could not be renewed. It is tried again every two seconds.</Notice>}
      <Table
        caption="Latest events"
        columns={columns}
        rows={data.events}
        rowKey={(row) => row.id}
        density="compact"
        stickyHeader={false}
        empty={
          <EmptyState icon="event" title="No events yet">
            Send one with the command above. It shows here within two seconds.
          </EmptyState>
        }
      />
    </Section>
  );
}
