import Link from "next/link";
import { dueWords, formatArr } from "@/components/account/format";
import { StageTag } from "@/components/account/stage-tag";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/shell/page-header";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { formatShortDay } from "@/lib/metrics/format-day";
import type { TodayRow } from "@/lib/metrics/today";

export interface TodayData {
  nowMs: number;
  accounts: number;
  rows: TodayRow[];
  more: number;
  late: number;
  week: { dayMs: number; tasks: number }[];
  renewals: { id: string; name: string; inDays: number; arr: number | null; health: number | null }[];
}

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** A CSM's day: accounts by what is at stake, the week, renewals ahead. */
export function Today({ ws, data }: { ws: string; data: TodayData }) {
  const soon = data.renewals.filter((renewal) => renewal.inDays <= 60).length;
  const needing = data.rows.length + data.more;
  const busiest = Math.max(1, ...data.week.map((day) => day.tasks));
  return (
    <Page
      width="reading"
      side={
        <>
          <Section
            title="My week"
            note={data.late > 0 ? `${plural(data.late, "task is", "tasks are")} late` : "Nothing is late"}
          >
            <ul className="flex h-28 items-end gap-2 pt-3">
              {data.week.map((day) => (
                <li
                  key={day.dayMs}
                  className="flex flex-1 flex-col items-center gap-1 text-small text-ink-2"
                  title={`${formatShortDay(day.dayMs, data.nowMs)}: ${plural(day.tasks, "task", "tasks")}`}
                >
                  <span>{day.tasks}</span>
                  <span
                    className="w-full rounded-t-[3px] bg-[var(--chart-1)]"
                    style={{ height: Math.max(2, (56 * day.tasks) / busiest) }}
                  />
                  {weekday.format(day.dayMs)}
                </li>
              ))}
            </ul>
          </Section>
          <Section title="Renewals inside 90 days">
            <ul>
              {data.renewals.length === 0 && (
                <li className="py-2 text-ink-2">None of your contracts ends in 90 days.</li>
              )}
              {data.renewals.slice(0, 8).map((renewal) => (
                <li key={renewal.id} className="flex justify-between gap-3 border-b border-line py-1.5 last:border-0">
                  <Link className="truncate text-accent-text hover:underline" href={`/${ws}/accounts/${renewal.id}`}>
                    {renewal.name}
                  </Link>
                  <span className="shrink-0 text-ink-2">
                    {formatArr(renewal.arr)} · {renewal.inDays} d
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </>
      }
    >
      <PageHeader
        title={
          needing === 0
            ? "Nothing needs you today"
            : `${plural(needing, "account needs", "accounts need")} you${soon > 0 ? `, ${plural(soon, "renewal", "renewals")} inside 60 days` : ""}`
        }
      >
        {data.accounts === 0
          ? "You own no account yet."
          : "Ordered by ARR at stake: ARR × chance to miss the gate × urgency."}
      </PageHeader>
      <ol aria-label="Accounts that need you">
        {data.rows.map((row) => {
          const due = row.dueAtMs === null ? null : dueWords(row.dueAtMs, data.nowMs);
          return (
            <li
              key={row.id}
              className="relative flex min-h-[52px] flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-0 hover:bg-sunken"
            >
              <Link
                href={`/${ws}/accounts/${row.id}`}
                className="w-44 truncate font-medium after:absolute after:inset-0"
              >
                {row.name}
              </Link>
              <StageTag stage={row.stage} />
              <span className="min-w-0 flex-1 basis-60">{row.why}</span>
              <span
                className="text-small text-ink-3"
                title={`${formatArr(row.terms.arr)} × ${Math.round(row.terms.missChance * 100)}% × ${row.terms.urgency}`}
              >
                {formatArr(row.atStake)} at stake
              </span>
              {due && <Tag tone={due.tone}>{due.text}</Tag>}
            </li>
          );
        })}
      </ol>
      {data.more > 0 && <p className="text-ink-2">And {data.more} more with less at stake.</p>}
    </Page>
  );
}
