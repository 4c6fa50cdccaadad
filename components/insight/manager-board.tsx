import { formatArr } from "@/components/account/format";
import { StageTag } from "@/components/account/stage-tag";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { Metric } from "@/lib/metrics/five-metrics";
import type { BandShare, BoardColumn } from "@/lib/metrics/portfolio";
import { HealthBreakdown } from "./health-breakdown";
import { MetricTiles } from "./metric-tiles";
import { StageBoard } from "./stage-board";

export interface ManagerBoardData {
  accounts: number;
  arr: number;
  metrics: Metric[];
  health: BandShare[];
  board: BoardColumn[];
  stuck: { id: string; name: string; stage: string | null; arr: number | null; days: number; risk: string | null }[];
  team: { id: string; name: string; accounts: number; arr: number; open: number; late: number }[];
}

/** Whether the lifecycle works: five metrics, stages, health, who is stuck, the team's load. */
export function ManagerBoard({ ws, data }: { ws: string; data: ManagerBoardData }) {
  const atRisk = data.health.find((share) => share.band === "risk");
  return (
    <>
      <MetricTiles metrics={data.metrics} />
      <Section title="Stages" note="An account in an overlay stands in its stage and again beside it" hairline={false}>
        <StageBoard ws={ws} board={data.board} />
      </Section>
      <div className="grid gap-8 lg:grid-cols-2">
        <Section
          title={
            atRisk && atRisk.accounts > 0
              ? `${atRisk.accounts} accounts with ${formatArr(atRisk.arr)} ARR are at risk`
              : "No account is at risk"
          }
          note="Accounts and ARR by health"
        >
          <div className="pt-2">
            <HealthBreakdown shares={data.health} />
          </div>
        </Section>
        <Section title="The team's load" hairline={false}>
          <Table
            caption="The team"
            density="compact"
            stickyHeader={false}
            rows={data.team}
            rowKey={(row) => row.id}
            empty={<p className="border-t border-line py-2 text-ink-2">Nobody owns an account or a task yet.</p>}
            columns={[
              { id: "name", header: "Name", cell: (row) => row.name, phone: "title" },
              { id: "accounts", header: "Accounts", align: "right", cell: (row) => row.accounts, phone: "note" },
              { id: "arr", header: "ARR", align: "right", cell: (row) => formatArr(row.arr), phone: "aside" },
              { id: "open", header: "Open tasks", align: "right", cell: (row) => row.open },
              {
                id: "late",
                header: "Late",
                align: "right",
                cell: (row) => <span className={row.late > 0 ? "font-semibold text-bad" : ""}>{row.late}</span>,
                phone: "value",
              },
            ]}
          />
        </Section>
      </div>
      <Section
        title={data.stuck.length === 0 ? "No account is stuck" : "Stuck accounts by ARR"}
        note="In their stage longer than one and a half times its plan"
        hairline={false}
      >
        <Table
          caption="Stuck accounts"
          stickyHeader={false}
          rows={data.stuck}
          rowKey={(row) => row.id}
          rowHref={(row) => `/${ws}/accounts/${row.id}`}
          empty={<p className="border-t border-line py-2 text-ink-2">Every account is within its plan's limits.</p>}
          columns={[
            { id: "name", header: "Account", cell: (row) => row.name, phone: "title" },
            { id: "stage", header: "Stage", cell: (row) => <StageTag stage={row.stage} />, phone: "note" },
            { id: "days", header: "Days in stage", align: "right", cell: (row) => row.days, phone: "value" },
            { id: "arr", header: "ARR", align: "right", cell: (row) => formatArr(row.arr), phone: "aside" },
            { id: "risk", header: "First risk", cell: (row) => row.risk ?? "–" },
          ]}
        />
      </Section>
    </>
  );
}
