import { DotStrip } from "@/components/charts/dot-strip";
import { HealthBars } from "@/components/charts/health-bars";
import { TaskMenu } from "@/components/work/task-menu";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { HEALTHY_FROM, healthBand } from "@/lib/health/health";
import type { JourneyReport } from "@/lib/metrics/journey-report";
import type { Advice } from "@/lib/metrics/report-recommendations";
import type { AccountActs } from "./account-acts";
import { dueWords, signed } from "./format";

interface ReportSideProps {
  ws: string;
  report: JourneyReport;
  team: readonly { id: string; name: string }[];
  acts: AccountActs | null;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Health, journey health, next actions, comparison, personalization and recommendations. */
export function ReportSide({ ws, report, team, acts }: ReportSideProps) {
  return (
    <>
      <Section
        title={report.health.score === null ? "Health, not known" : `Health, ${Math.round(report.health.score)} of 100`}
        note={`${percent(report.health.coverage)} of its signals are known`}
        hairline={false}
      >
        <HealthBars
          threshold={HEALTHY_FROM}
          bars={report.components.map((part) => ({
            id: part.id,
            name: part.name,
            score: part.score,
            band: healthBand(part.score),
            change: signed(part.change),
            note: `Weight ${part.weight}%, ${percent(part.coverage)} known: ${part.signals.map((one) => `${one.name} ${one.value === null ? "unknown" : `${one.value}${one.unit === "%" ? "%" : ""}`}`).join("; ")}${part.movedBy ? `. Moved most by ${part.movedBy.toLowerCase()}` : ""}`,
          }))}
        />
      </Section>
      <Section
        title={
          report.journeyHealth === null
            ? "Journey health, not known"
            : `Journey health, ${Math.round(report.journeyHealth)} of 100`
        }
        hairline={false}
      >
        <HealthBars
          threshold={HEALTHY_FROM}
          bars={report.factors.map((factor) => ({
            id: factor.id,
            name: shortName[factor.id],
            score: factor.score,
            band: healthBand(factor.score),
            change: signed(factor.change),
            note: factor.note,
          }))}
        />
        <ul className="mt-1 text-small text-ink-2">
          {report.factors.map((factor) => (
            <li key={factor.id}>
              {shortName[factor.id]}: {factor.note.charAt(0).toLowerCase() + factor.note.slice(1)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Next actions">
        <ul>
          {report.upcoming.length === 0 && (
            <li className="py-2 text-ink-2">Nothing is planned. Add an action, or let a journey ask for one.</li>
          )}
          {report.upcoming.slice(0, 8).map((one) => {
            const due = dueWords(one.dueAtMs, report.nowMs);
            return (
              <li key={one.id} className="flex min-h-9 items-center gap-2 border-b border-line py-1.5 last:border-0">
                <span className="min-w-0 flex-1">
                  {one.name}
                  <span className="block text-small text-ink-2">
                    {[one.channel, one.owner, one.kind === "message" ? one.note : null].filter(Boolean).join(" · ")}
                  </span>
                </span>
                <Tag tone={one.kind === "message" ? "neutral" : due.tone}>
                  {one.note && one.kind === "message" ? "Held" : due.text}
                </Tag>
                {acts && one.kind === "task" && (
                  <TaskMenu
                    ws={ws}
                    task={{ id: one.id, subjectId: one.subjectId, title: one.name }}
                    team={team}
                    acts={acts}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </Section>
      <Section title={`Compared with ${report.comparison.peers.length} accounts in this stage`} hairline={false}>
        {report.comparison.peers.length === 0 ? (
          <p className="text-ink-2">No other account is in this stage.</p>
        ) : (
          <DotStrip
            others={report.comparison.peers}
            own={report.daysInStage}
            top={report.comparison.rows[0]?.top ?? null}
            summary={`Days in stage of ${report.comparison.peers.length} accounts; this one has ${report.daysInStage ?? 0} days.`}
          />
        )}
        {report.comparison.topCount > 0 && (
          <p className="text-small text-ink-2">
            The line marks the best {report.comparison.topCount} of {report.comparison.exited} that left the stage.
          </p>
        )}
      </Section>
      <Section title="Personalization">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 pt-2">
          <dt className="text-ink-2">Segments</dt>
          <dd>{report.personalization.segments.join(", ") || "None"}</dd>
          <dt className="text-ink-2">Variant</dt>
          <dd>{report.personalization.variant ?? "Base"}</dd>
          <dt className="text-ink-2">Triggers</dt>
          <dd>{report.personalization.triggers.join(", ") || "None active"}</dd>
        </dl>
      </Section>
      <Section title="Recommendations">
        <AdviceList title="Stage acceleration" advice={report.recommendations.acceleration} />
        <AdviceList title="Risk mitigation" advice={report.recommendations.mitigation} />
        <AdviceList title="Optimization" advice={report.recommendations.optimization} />
      </Section>
    </>
  );
}

const shortName = { speed: "Speed", engagement: "Engagement", milestones: "Milestones", risk: "Risk" } as const;

function AdviceList({ title, advice }: { title: string; advice: readonly Advice[] }) {
  return (
    <div className="pt-2">
      <h3 className="text-small text-ink-2">{title}</h3>
      {advice.length === 0 ? (
        <p className="text-ink-3">No rule asks for one now.</p>
      ) : (
        <ol className="flex flex-col gap-1.5 pt-0.5">
          {advice.map((one) => (
            <li key={one.text}>
              {one.text}
              <span className="block text-small text-ink-3">{one.source}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
