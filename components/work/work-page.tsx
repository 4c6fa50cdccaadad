import Link from "next/link";
import type { AccountActs } from "@/components/account/account-acts";
import { dueWords, formatTime } from "@/components/account/format";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TaskMenu } from "./task-menu";

interface WorkPageProps {
  ws: string;
  whose: "mine" | "all";
  work: {
    nowMs: number;
    team: { id: string; name: string }[];
    tasks: {
      id: string;
      subjectId: string;
      accountId: string | null;
      accountName: string | null;
      title: string;
      type: string;
      cause: string;
      ownerName: string | null;
      dueAtMs: number;
      isLate: boolean;
    }[];
    escalations: {
      id: string;
      accountId: string;
      accountName: string;
      title: string;
      severity: string;
      openedAtMs: number;
    }[];
  };
  acts: Pick<AccountActs, "completeTask" | "snoozeTask" | "reassignTask">;
}

/** Open tasks, the most urgent first, and open escalations. */
export function WorkPage({ ws, whose, work, acts }: WorkPageProps) {
  const late = work.tasks.filter((task) => task.isLate).length;
  return (
    <>
      <TopBar
        title="Work"
        tags={
          <span className="text-small text-ink-2">
            {work.tasks.length} open{late > 0 ? `, ${late} late` : ""}
          </span>
        }
        right={
          <SegmentedLinks
            label="Whose"
            links={[
              { href: `/${ws}/work`, label: "Mine", current: whose === "mine" },
              { href: `/${ws}/work?whose=all`, label: "Everybody's", current: whose === "all" },
            ]}
          />
        }
      />
      <Page width="report">
        {work.escalations.length > 0 && (
          <Section
            title={`${work.escalations.length} open ${work.escalations.length === 1 ? "escalation" : "escalations"}`}
          >
            <ul>
              {work.escalations.map((one) => (
                <li key={one.id} className="flex min-h-11 items-center gap-3 border-b border-line py-1.5 last:border-0">
                  <Tag tone={one.severity === "high" || one.severity === "critical" ? "bad" : "warn"}>
                    {one.severity}
                  </Tag>
                  <span className="min-w-0 flex-1">{one.title}</span>
                  <Link className="text-accent-text hover:underline" href={`/${ws}/accounts/${one.accountId}`}>
                    {one.accountName}
                  </Link>
                  <span className="w-32 text-right text-ink-2 max-md:hidden">since {formatTime(one.openedAtMs)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title="Tasks" hairline={false}>
          <Table
            caption="Open tasks"
            rows={work.tasks}
            rowKey={(row) => row.id}
            empty={
              <EmptyState icon="work" title="Nothing is waiting for you">
                {whose === "mine"
                  ? "Tasks you own appear here when a journey or a colleague asks for them."
                  : "Tasks appear here when a journey or a colleague asks for them."}
              </EmptyState>
            }
            columns={[
              { id: "title", header: "Task", cell: (row) => row.title, phone: "title" },
              {
                id: "account",
                header: "Account",
                cell: (row) =>
                  row.accountId ? (
                    <Link className="text-accent-text hover:underline" href={`/${ws}/accounts/${row.accountId}`}>
                      {row.accountName ?? "An account"}
                    </Link>
                  ) : (
                    "–"
                  ),
                phone: "note",
              },
              { id: "type", header: "Kind", cell: (row) => <span className="text-ink-2">{row.type}</span> },
              {
                id: "cause",
                header: "Why",
                cell: (row) => (
                  <span className="block max-w-[320px] truncate text-ink-2" title={row.cause}>
                    {row.cause}
                  </span>
                ),
              },
              {
                id: "owner",
                header: "Owner",
                cell: (row) => row.ownerName ?? <span className="text-ink-3">Nobody</span>,
              },
              {
                id: "due",
                header: "Due",
                align: "right",
                cell: (row) => (
                  <Tag tone={dueWords(row.dueAtMs, work.nowMs).tone}>{dueWords(row.dueAtMs, work.nowMs).text}</Tag>
                ),
                phone: "value",
              },
              {
                id: "menu",
                header: "Actions",
                hideHeader: true,
                width: 40,
                align: "right",
                cell: (row) => <TaskMenu ws={ws} task={row} team={work.team} acts={acts} />,
                phone: "aside",
              },
            ]}
          />
        </Section>
      </Page>
    </>
  );
}
