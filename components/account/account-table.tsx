import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { HealthBand } from "@/components/ui/health-colour";
import { dueWords, formatArr } from "./format";
import { HealthCell } from "./health-cell";
import { StageTag } from "./stage-tag";

export interface AccountRow {
  id: string;
  name: string;
  plan: string | null;
  arr: number | null;
  stage: string | null;
  daysInStage: number | null;
  overlays: string[];
  health: number | null;
  band: HealthBand;
  journeyHealth: number | null;
  renewsInDays: number | null;
  ownerName: string | null;
  nextAction: { title: string; dueAtMs: number; isLate: boolean } | null;
}

interface AccountTableProps {
  ws: string;
  rows: readonly AccountRow[];
  sort: string;
  sortHref: (sort: string) => string;
  nowMs: number;
  empty: React.ReactNode;
}

export function AccountTable({ ws, rows, sort, sortHref, nowMs, empty }: AccountTableProps) {
  const sortable = (id: string) => ({
    sortHref: sortHref(id),
    ...(sort === id ? { sorted: "ascending" as const } : {}),
  });
  return (
    <Table
      caption="Accounts"
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${ws}/accounts/${row.id}`}
      empty={empty}
      columns={[
        { id: "name", header: "Account", cell: (row) => row.name, phone: "title", ...sortable("name") },
        {
          id: "stage",
          header: "Stage",
          cell: (row) => <StageTag stage={row.stage} beside={row.overlays} />,
          phone: "note",
        },
        {
          id: "days",
          header: "Days in stage",
          align: "right",
          cell: (row) => row.daysInStage ?? "–",
          ...sortable("stage_days"),
        },
        {
          id: "health",
          header: "Health",
          cell: (row) => <HealthCell score={row.health} band={row.band} />,
          phone: "value",
          ...sortable("health"),
        },
        {
          id: "journey",
          header: "Journey",
          align: "right",
          cell: (row) => (row.journeyHealth === null ? "–" : Math.round(row.journeyHealth)),
          ...sortable("journey"),
        },
        {
          id: "arr",
          header: "ARR",
          align: "right",
          cell: (row) => formatArr(row.arr),
          phone: "aside",
          ...sortable("arr"),
        },
        {
          id: "renewal",
          header: "Renews in",
          align: "right",
          cell: (row) => (row.renewsInDays === null ? "–" : row.renewsInDays < 0 ? "ended" : `${row.renewsInDays} d`),
          ...sortable("renewal"),
        },
        {
          id: "owner",
          header: "Owner",
          cell: (row) => <span className="text-ink-2">{row.ownerName ?? "Nobody"}</span>,
        },
        {
          id: "next",
          header: "Next action",
          cell: (row) =>
            row.nextAction ? (
              <span className="inline-flex max-w-[260px] items-center gap-2">
                <span className="truncate">{row.nextAction.title}</span>
                <Tag tone={dueWords(row.nextAction.dueAtMs, nowMs).tone}>
                  {dueWords(row.nextAction.dueAtMs, nowMs).text}
                </Tag>
              </span>
            ) : (
              <span className="text-ink-3">None</span>
            ),
        },
      ]}
    />
  );
}
