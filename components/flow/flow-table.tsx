import { Table } from "@/components/ui/table";
import type { Sankey } from "@/lib/metrics/sankey";

/** The same flow in rows, for reading and copying. */
export function FlowTable({ flow, subjects }: { flow: Sankey; subjects: string }) {
  const names = new Map(flow.items.map((item) => [item.id, item.name]));
  const rows = [...flow.links].sort(
    (a, b) => Number.parseInt(a.from, 10) - Number.parseInt(b.from, 10) || b.count - a.count,
  );
  return (
    <Table
      caption="From, to, how many, share of starters"
      density="compact"
      rows={rows}
      rowKey={(row) => `${row.from} ${row.to}`}
      empty={<p className="py-4 text-ink-2">Nobody has moved from one step to another yet.</p>}
      columns={[
        { id: "from", header: "From", cell: (row) => names.get(row.from), phone: "title" },
        { id: "to", header: "To", cell: (row) => names.get(row.to), phone: "note" },
        {
          id: "count",
          header: subjects.charAt(0).toUpperCase() + subjects.slice(1),
          align: "right",
          cell: (row) => row.count.toLocaleString("en"),
          phone: "value",
        },
        {
          id: "share",
          header: "Share of starters",
          align: "right",
          cell: (row) => `${(row.share * 100).toFixed(1)}%`,
          phone: "aside",
        },
      ]}
    />
  );
}
