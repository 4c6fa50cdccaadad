import type { ComponentProps } from "react";
import { JourneyStatus } from "@/components/journeys/journey-status";
import { MiniMap } from "@/components/journeys/mini-map";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Table } from "@/components/ui/table";
import type { JourneyDocument } from "@/lib/journey/document";

interface JourneyRow {
  id: string;
  name: string;
  status: string;
  document: JourneyDocument;
  version: number;
  isLifecycle: boolean;
  changedAt: Date;
  owner: string | null;
  inside: number;
  exits: number;
  successes: number;
}

const statuses = [
  { value: "", label: "All" },
  { value: "live", label: "Live" },
  { value: "draft", label: "Draft" },
  { value: "in_review", label: "Waiting" },
  { value: "paused", label: "Paused" },
  { value: "ended", label: "Ended" },
];

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

const columns: ComponentProps<typeof Table<JourneyRow>>["columns"] = [
  { id: "name", header: "Journey", phone: "title", cell: (row) => row.name },
  { id: "map", header: "Shape", width: 96, hideHeader: true, cell: (row) => <MiniMap document={row.document} /> },
  { id: "status", header: "State", phone: "note", width: 170, cell: (row) => <JourneyStatus status={row.status} /> },
  {
    id: "subject",
    header: "Moves",
    width: 100,
    cell: (row) => (row.document.subject === "account" ? "Accounts" : "People"),
  },
  {
    id: "inside",
    header: "In journey now",
    align: "right",
    phone: "value",
    width: 130,
    cell: (row) => row.inside.toLocaleString("en"),
  },
  {
    id: "goal",
    header: "Ended with success, 30 d",
    align: "right",
    phone: "aside",
    width: 190,
    cell: (row) =>
      row.exits === 0 ? (
        <span className="text-ink-3">no exits yet</span>
      ) : (
        `${Math.round((100 * row.successes) / row.exits)}% of ${row.exits.toLocaleString("en")}`
      ),
  },
  { id: "owner", header: "Owner", width: 150, cell: (row) => row.owner ?? <span className="text-ink-3">nobody</span> },
  { id: "changed", header: "Changed", align: "right", width: 90, cell: (row) => day.format(row.changedAt) },
];

/** Every journey of the workspace, live ones first. */
export function JourneyList({
  ws,
  journeys,
  q,
  status,
}: {
  ws: string;
  journeys: readonly JourneyRow[];
  q: string;
  status: string;
}) {
  const isFiltered = q !== "" || status !== "";
  return (
    <>
      <FilterBar
        label="Filter journeys"
        q={q}
        placeholder="Search journeys"
        name="status"
        value={status}
        options={statuses}
      />
      <Table
        caption="Journeys"
        columns={columns}
        rows={journeys}
        rowKey={(row) => row.id}
        rowHref={(row) =>
          `/${ws}/journeys/${row.id}/${row.status === "live" || row.status === "paused" ? "live" : "build"}`
        }
        empty={
          isFiltered ? (
            <EmptyState
              title="No journey fits this filter"
              action={<ButtonLink href={`/${ws}/journeys`}>Show all journeys</ButtonLink>}
            />
          ) : (
            <EmptyState
              icon="journeys"
              title="No journeys yet"
              action={
                <ButtonLink href={`/${ws}/journeys/new`} variant="primary">
                  Draw the first journey
                </ButtonLink>
              }
            >
              A journey reacts to what people and accounts do: it waits, writes, asks a colleague, and decides where
              they go next.
            </EmptyState>
          )
        }
      />
    </>
  );
}
