import { Section } from "@/components/ui/section";
import { Tag, type Tone } from "@/components/ui/tag";
import type { Gate, GateState, ObjectiveRow } from "@/lib/metrics/report-gate";
import type { AccountActs } from "./account-acts";
import { MarkCriterion } from "./mark-criterion";

const states = {
  met: ["Met", "ok"],
  waived: ["Waived", "info"],
  late: ["Late", "bad"],
  at_risk: ["At risk", "warn"],
  open: ["Open", "neutral"],
} as const satisfies Record<GateState, readonly [string, Tone]>;
const statuses = {
  met: ["Met", "ok"],
  moving: ["Moving", "warn"],
  missing: ["Not yet", "neutral"],
} as const satisfies Record<ObjectiveRow["status"], readonly [string, Tone]>;

interface GateSectionProps {
  ws: string;
  accountId: string;
  stageName: string;
  gate: Gate;
  entry: string | null;
  expectedDays: number | null;
  act: AccountActs["markCriterion"] | null;
}

const row = "flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 last:border-0";

/** Objectives and exit criteria of the stage, with the way to mark one. */
export function GateSection({ ws, accountId, stageName, gate, entry, expectedDays, act }: GateSectionProps) {
  const note = [
    entry && `Entered ${entry}`,
    expectedDays === null ? "no planned end" : `planned ${expectedDays} days`,
    gate.progressPercent === null ? "progress not known" : `${gate.progressPercent}% complete`,
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <Section title={`Objectives and exit criteria, ${stageName}`} note={note}>
      <ul aria-label="Exit criteria">
        {gate.criteria.length === 0 && <li className={`${row} text-ink-2`}>This stage has no exit criteria.</li>}
        {gate.criteria.map((criterion) => {
          const [word, tone] = states[criterion.state];
          const isOpen = criterion.state !== "met" && criterion.state !== "waived";
          return (
            <li key={criterion.id} className={row}>
              <Tag tone={tone}>{word}</Tag>
              <span className="min-w-0 flex-1 basis-48">
                {criterion.name}
                {criterion.reason && <span className="block text-small text-ink-2">{criterion.reason}</span>}
              </span>
              {criterion.value && <span className="w-20 text-right font-semibold">{criterion.value}</span>}
              <span className="w-44 text-right text-ink-2">{criterion.when}</span>
              {act && (
                <span className="w-14 text-right">
                  {isOpen && <MarkCriterion ws={ws} accountId={accountId} criterion={criterion} act={act} />}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <ul aria-label="Objectives" className="border-t border-line">
        {gate.objectives.map((objective) => {
          const [word, tone] = statuses[objective.status];
          return (
            <li key={objective.id} className={row}>
              <Tag tone={tone}>{word}</Tag>
              <span className="min-w-0 flex-1 basis-48">{objective.name}</span>
              <span className="text-right font-semibold">{objective.current}</span>
              <span className="w-44 text-right text-ink-2">Target {objective.target}</span>
              {act && <span className="w-14" />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
