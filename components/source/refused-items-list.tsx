"use client";
import { Clock } from "@/components/source/clock";
import { usePolled } from "@/components/source/use-polled";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Table, type Column } from "@/components/ui/table";
import { refusedItems, type RefusedItems } from "@/lib/contract/source/source-verbs";

type Row = RefusedItems["refused"][number];

const columns: readonly Column<Row>[] = [
  {
    id: "field",
    header: "Field",
    cell: (row) => <code className="font-mono text-small break-all">{row.field}</code>,
    width: 150,
    phone: "title",
  },
  { id: "reason", header: "Why, and what to do", cell: (row) => row.reason, phone: "note" },
  {
    id: "item",
    header: "Item",
    cell: (row) => (
      <code className="line-clamp-2 max-w-[360px] font-mono text-small break-all text-ink-2">
        {JSON.stringify(row.item)}
      </code>
    ),
  },
  { id: "at", header: "Refused", cell: (row) => <Clock atMs={row.atMs} />, align: "right", width: 160, phone: "aside" },
];

export function RefusedItemsList({ ws, first }: { ws: string; first: RefusedItems }) {
  const { data, failed } = usePolled(`/api/app/${ws}/sources/refused`, refusedItems.parse, first);
  return (
    <Section
      title="Refused items"
      note="Of the last 30 days. A bad item is refused alone; the rest of its batch is stored."
      hairline={false}
    >
      {failed && <Notice tone="warn">The list could not be renewed. It is tried again every two seconds.</Notice>}
      <Table
        caption="Refused items"
        columns={columns}
        rows={data.refused}
        rowKey={(row) => row.id}
        stickyHeader={false}
        empty={
          <EmptyState icon="ok" title="Nothing was refused">
            An item that cannot be stored is kept here with the field that is wrong.
          </EmptyState>
        }
      />
    </Section>
  );
}
