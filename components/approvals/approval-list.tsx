import { outcomeWords, riskTone } from "@/components/approvals/approval-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";

interface ApprovalRow {
  id: string;
  status: string;
  risk: string;
  journey_name: string;
  number: number;
  asked_by_name: string;
  asked_at: Date;
  decided_by_name: string | null;
  manner: string | null;
}

const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** Launches that wait for a decision first, then those decided. */
export function ApprovalList({ ws, approvals }: { ws: string; approvals: readonly ApprovalRow[] }) {
  return (
    <Table
      caption="Approvals"
      rows={approvals}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${ws}/approvals/${row.id}`}
      columns={[
        {
          id: "journey",
          header: "Launch of",
          phone: "title",
          cell: (row) => `${row.journey_name}, version ${row.number}`,
        },
        {
          id: "risk",
          header: "Risk",
          phone: "value",
          width: 100,
          cell: (row) => <Tag tone={riskTone[row.risk] ?? "neutral"}>{row.risk}</Tag>,
        },
        { id: "who", header: "Asked by", phone: "note", width: 180, cell: (row) => row.asked_by_name },
        {
          id: "when",
          header: "Asked, UTC",
          align: "right",
          phone: "aside",
          width: 150,
          cell: (row) => moment.format(row.asked_at),
        },
        {
          id: "outcome",
          header: "State",
          cell: (row) => outcomeWords({ status: row.status, manner: row.manner, decidedBy: row.decided_by_name }),
        },
      ]}
      empty={
        <EmptyState icon="approvals" title="Nothing was asked yet">
          Every launch of a journey leaves a record here. Those of low risk are approved by their author, all others
          wait for a colleague.
        </EmptyState>
      }
    />
  );
}
