"use client";
import { useBuilder } from "@/components/builder/builder-context";
import { whenWords } from "@/components/rules/rule-words";
import { stageColour } from "@/components/ui/stage-colour";
import type { State } from "@/lib/journey/document";
import { formatDuration } from "@/lib/time/format-duration";
import { BusiestSteps } from "./busiest-steps";
import { Figures } from "./figures";
import { Part } from "./part";

/** A state in Live: who is in it, and what lets them go on. */
export function StateNumbers({ state }: { state: State }) {
  const all = useBuilder((builder) => builder.draft.document.steps);
  const live = useBuilder((builder) => builder.live);
  const segments = useBuilder((builder) => builder.vocabulary.segments);
  const steps = all.filter((step) => step.state === state.id);
  const inside = steps.reduce((sum, step) => sum + (live?.steps[step.id]?.waiting ?? 0), 0);
  const segmentName = (id: string): string => segments.find((one) => one.id === id)?.name ?? "a segment";
  return (
    <>
      <header className="flex items-start gap-2.5">
        <span
          aria-hidden
          className="mt-1.5 size-3 shrink-0 rounded-[3px]"
          style={{ background: stageColour(state.stage ?? state.name) }}
        />
        <div className="min-w-0 flex-1">
          <h2 className="text-section">{state.name}</h2>
          <p className="text-ink-2">State of the journey</p>
        </div>
      </header>
      <Part title="Now">
        <Figures rows={[["In this state", inside]]} />
        <BusiestSteps of={steps} />
      </Part>
      {(state.exitCriteria.length > 0 || state.timeout) && (
        <Part title="Leaves when">
          <ul className="flex list-disc flex-col gap-1 pl-4">
            {state.exitCriteria.map((criterion) => (
              <li key={criterion.id}>
                {criterion.name}: {whenWords(criterion.when, segmentName)}
              </li>
            ))}
            {state.timeout && <li>After {formatDuration(state.timeout.afterMs)} at the latest</li>}
          </ul>
        </Part>
      )}
    </>
  );
}
