import { FanChart } from "@/components/charts/fan-chart";
import { StageTrack } from "@/components/charts/stage-track";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { healthTone, healthWord } from "@/components/ui/health-colour";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/metrics/format-day";
import type { JourneyReport } from "@/lib/metrics/journey-report";
import { prepareTimeline } from "@/lib/metrics/timeline";
import type { AccountActs } from "./account-acts";
import { AccountHead } from "./account-head";
import { AddAction } from "./add-action";
import { EscalationBar, OpenEscalation } from "./escalation-panel";
import { GateSection } from "./gate-section";
import { ReportSide } from "./report-side";
import { CompletedSection, ComparisonTable, EventsSection, ForecastSection } from "./report-tables";

interface ReportPageProps {
  ws: string;
  account: {
    id: string;
    name: string;
    plan: string | null;
    arr: number | null;
    renewsInDays: number | null;
    ownerName: string | null;
    mayWrite: boolean;
    team: { id: string; name: string }[];
    escalations: { id: string; title: string; severity: string; closedAt: Date | null }[];
  };
  report: JourneyReport;
  acts: AccountActs;
}

const ACTIVE_TARGET = { value: 5, label: "Target 5" } as const;

/** The Customer Journey Report: where the account is, whether it is on plan, what blocks, what comes, what to do, how others fare. */
export function ReportPage({ ws, account, report, acts: given }: ReportPageProps) {
  const acts = account.mayWrite ? given : null;
  const timeline = prepareTimeline(report);
  return (
    <>
      <AccountHead
        ws={ws}
        account={account}
        right={
          <>
            <ButtonLink href={`/${ws}/accounts/${account.id}/report.md`} icon="download" prefetch={false}>
              Markdown
            </ButtonLink>
            {acts && <OpenEscalation ws={ws} accountId={account.id} act={acts.openEscalation} />}
            {acts && <AddAction ws={ws} accountId={account.id} act={acts.createTask} />}
          </>
        }
      />
      <Page width="report">
        {account.escalations
          .filter((one) => one.closedAt === null)
          .map((one) => (
            <EscalationBar
              key={one.id}
              ws={ws}
              accountId={account.id}
              escalation={one}
              act={acts?.closeEscalation ?? null}
            />
          ))}
        <PageHeader
          title={report.headline.title}
          right={
            <>
              <Tag size="l">
                Journey health {report.journeyHealth === null ? "not known" : Math.round(report.journeyHealth)}
              </Tag>
              <Tag size="l" tone={healthTone[report.health.band]} icon="health">
                Health{" "}
                {report.health.score === null
                  ? "not known"
                  : `${Math.round(report.health.score)}, ${healthWord[report.health.band]}`}
              </Tag>
              <Tag size="l">Churn risk: not enough history</Tag>
            </>
          }
        >
          {report.headline.cause} {report.headline.forecast}
        </PageHeader>
        {timeline && (
          <StageTrack
            timeline={timeline}
            summary={`${report.headline.title}. ${report.track.stages.map((stage) => `${stage.name} ${stage.status}`).join(", ")}.`}
          />
        )}
        <div className="grid gap-x-6 gap-y-8 lg:grid-cols-[minmax(0,1fr)_340px]">
          <div className="flex min-w-0 flex-col gap-8">
            <GateSection
              ws={ws}
              accountId={account.id}
              stageName={report.stageName ?? "no stage yet"}
              gate={report.gate}
              entry={report.account.stageEnteredAtMs === null ? null : formatDay(report.account.stageEnteredAtMs)}
              expectedDays={report.expectedDays}
              act={acts?.markCriterion ?? null}
            />
            <ForecastSection report={report} />
            <Section
              title="People active per week"
              hairline={false}
              note={
                report.use.ahead
                  ? "Forecast: random walk with drift over the weeks shown"
                  : "Too few weeks of use to look ahead"
              }
            >
              {report.use.weeks.length > 1 ? (
                <FanChart
                  values={report.use.weeks}
                  ahead={report.use.ahead}
                  target={ACTIVE_TARGET}
                  summary={`People active per week, the last ${report.use.weeks.at(-1)}; target ${ACTIVE_TARGET.value}.`}
                />
              ) : (
                <p className="py-2 text-ink-2">No use has been recorded yet.</p>
              )}
            </Section>
            <EventsSection report={report} />
            <CompletedSection report={report} />
            <Section
              title="Journey comparison"
              note={`Average of those in the stage now; top performers are the best quarter of ${report.comparison.exited} that left it`}
              hairline={false}
            >
              <ComparisonTable report={report} />
            </Section>
          </div>
          <aside className="flex min-w-0 flex-col gap-8">
            <ReportSide ws={ws} report={report} team={account.team} acts={acts} />
          </aside>
        </div>
        <p className="text-small text-ink-3">
          Computed {formatDay(report.nowMs)}. Health covers {Math.round(report.health.coverage * 100)}% of its signals;
          missing data lowers coverage, never the score. Opens are unreliable and count nowhere. Days are UTC.
        </p>
      </Page>
    </>
  );
}
