import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatDay, formatShortDay } from "@/lib/metrics/format-day";
import type { JourneyReport } from "@/lib/metrics/journey-report";
import type { ComparisonRow } from "@/lib/metrics/report-comparison";

const NONE = <span className="text-ink-3">Not enough data</span>;
const confidence = { H: ["High", "ok"], M: ["Medium", "warn"], L: ["Low", "neutral"] } as const;

export function EventsSection({ report }: { report: JourneyReport }) {
  return (
    <Section title="Recent journey events" hairline={false}>
      <Table
        caption="Recent journey events"
        density="compact"
        stickyHeader={false}
        rows={report.events}
        rowKey={(row) => `${row.atMs} ${row.label} ${row.who}`}
        empty={
          <p className="border-t border-line py-2 text-ink-2">
            Nothing that moves the journey happened in the last 400 days.
          </p>
        }
        columns={[
          {
            id: "date",
            header: "Date",
            width: 96,
            cell: (row) => formatShortDay(row.atMs, report.nowMs),
            phone: "aside",
          },
          { id: "event", header: "Event", cell: (row) => row.label, phone: "title" },
          { id: "who", header: "Who", cell: (row) => <span className="text-ink-2">{row.who ?? "Account"}</span> },
          { id: "impact", header: "Impact", cell: (row) => row.impact, phone: "note" },
          {
            id: "action",
            header: "Action taken",
            cell: (row) => row.action ?? <span className="text-ink-3">None within a day</span>,
          },
        ]}
      />
    </Section>
  );
}

export function ForecastSection({ report }: { report: JourneyReport }) {
  if (report.forecast.length === 0) return null;
  return (
    <Section
      title="When the next stages begin"
      note="From how long other accounts of this workspace stayed, given the days here so far"
      hairline={false}
    >
      <Table
        caption="Stage progression forecast"
        density="compact"
        stickyHeader={false}
        rows={report.forecast}
        rowKey={(row) => row.stage}
        columns={[
          { id: "stage", header: "Stage", cell: (row) => row.name, phone: "title" },
          {
            id: "entry",
            header: "Likely entry",
            cell: (row) => (row.entry ? <span className="font-semibold">{formatDay(row.entry.medianMs)}</span> : NONE),
            phone: "value",
          },
          {
            id: "range",
            header: "80% between",
            cell: (row) => (row.entry ? `${formatDay(row.entry.lowMs)} and ${formatDay(row.entry.highMs)}` : "–"),
          },
          {
            id: "confidence",
            header: "Confidence",
            cell: (row) =>
              row.entry ? (
                <Tag tone={confidence[row.entry.confidence][1]}>{confidence[row.entry.confidence][0]}</Tag>
              ) : (
                "–"
              ),
          },
          { id: "blockers", header: "Blockers", cell: (row) => row.blockers.join(", ") || "None", phone: "note" },
        ]}
      />
    </Section>
  );
}

export function CompletedSection({ report }: { report: JourneyReport }) {
  return (
    <Section title="Completed this week" hairline={false}>
      <Table
        caption="Actions completed this week"
        density="compact"
        stickyHeader={false}
        rows={report.completed}
        rowKey={(row) => `${row.atMs} ${row.name}`}
        empty={
          <p className="border-t border-line py-2 text-ink-2">
            No touchpoint reached this account in the last seven days.
          </p>
        }
        columns={[
          { id: "name", header: "Action", cell: (row) => row.name, phone: "title" },
          { id: "channel", header: "Channel", cell: (row) => row.channel, phone: "note" },
          { id: "date", header: "Date", cell: (row) => formatShortDay(row.atMs, report.nowMs), phone: "aside" },
          { id: "response", header: "Response", cell: (row) => row.response, phone: "value" },
        ]}
      />
    </Section>
  );
}

function shown({ unit }: ComparisonRow, value: number | null) {
  if (value === null) return NONE;
  const rounded = Math.round(value);
  return unit === "days" ? `${rounded} d` : unit === "%" ? `${rounded}%` : rounded;
}

export function ComparisonTable({ report }: { report: JourneyReport }) {
  return (
    <Table
      caption="Journey comparison"
      density="compact"
      stickyHeader={false}
      rows={report.comparison.rows}
      rowKey={(row) => row.name}
      columns={[
        {
          id: "metric",
          header: "Metric",
          cell: (row) => row.name.charAt(0) + row.name.slice(1).toLowerCase(),
          phone: "title",
        },
        {
          id: "own",
          header: "This account",
          align: "right",
          cell: (row) => <span className="font-semibold">{shown(row, row.own)}</span>,
          phone: "value",
        },
        {
          id: "average",
          header: "Stage average",
          align: "right",
          cell: (row) => shown(row, row.average),
          phone: "note",
        },
        { id: "top", header: "Top performers", align: "right", cell: (row) => shown(row, row.top), phone: "aside" },
      ]}
    />
  );
}
