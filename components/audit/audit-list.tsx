import { auditWords } from "@/components/audit/audit-words";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import type { AuditListed } from "@/lib/contract/audit/list-audit";

interface AuditListProps {
  entries: readonly AuditListed[];
  /** The workspace's. */
  zone: string;
  isFiltered: boolean;
  /** Where everything is shown. */
  href: string;
}

export function AuditList({ entries, zone, isFiltered, href }: AuditListProps) {
  const clock = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZone: zone,
  });
  const columns: readonly Column<AuditListed>[] = [
    {
      id: "number",
      header: "No.",
      cell: (entry) => <span className="text-ink-3 tabular-nums">{entry.number}</span>,
      width: 64,
    },
    {
      id: "when",
      header: "When",
      cell: (entry) => (
        <time dateTime={new Date(entry.atMs).toISOString()} className="whitespace-nowrap tabular-nums">
          {clock.format(entry.atMs)}
        </time>
      ),
      width: 190,
      phone: "aside",
    },
    { id: "who", header: "Who", cell: (entry) => entry.actorName, width: 170, phone: "title" },
    { id: "what", header: "What", cell: (entry) => <What entry={entry} />, phone: "note" },
  ];
  return (
    <Table
      caption="Audit log"
      columns={columns}
      rows={entries}
      rowKey={(entry) => String(entry.number)}
      empty={
        isFiltered ? (
          <EmptyState
            title="Nothing in the log fits this filter"
            action={<ButtonLink href={href}>Show everything</ButtonLink>}
          />
        ) : (
          <EmptyState icon="history" title="Nothing has been done yet">
            Whatever somebody changes from now on stands here, and cannot be taken out.
          </EmptyState>
        )
      }
    />
  );
}

function What({ entry }: { entry: AuditListed }) {
  const text = JSON.stringify(entry.detail, null, 2);
  return (
    <div className="py-1.5">
      {auditWords(entry)}
      {text !== "{}" && (
        <details className="text-small text-ink-2">
          <summary className="w-fit cursor-pointer py-0.5 hover:text-ink">
            Values<span className="visually-hidden"> of entry {entry.number}</span>
          </summary>
          <pre className="font-mono break-all whitespace-pre-wrap">{text}</pre>
        </details>
      )}
    </div>
  );
}
