"use client";
import { useBuilder } from "@/components/builder/builder-context";
import { ButtonLink } from "@/components/ui/button-link";
import { BusiestSteps } from "./busiest-steps";
import { Figures } from "./figures";
import { Part } from "./part";

/** The whole journey in numbers: shown in Live while nothing is selected. */
export function JourneyNumbers() {
  const live = useBuilder((state) => state.live);
  const document = useBuilder((state) => state.draft.document);
  const href = useBuilder((state) => `/${state.workspace}/journeys/${state.journeyId}/people`);
  const entry = document.steps.find((step) => step.kind === "entry");
  const start = entry && live?.steps[entry.id];
  const noun = document.subject === "account" ? "accounts" : "people";
  const { inside, ended, succeeded, held, dropped } = live?.totals ?? {};
  return (
    <>
      <header>
        <h2 className="text-section">{document.name}</h2>
        {document.purpose !== "" && <p className="text-ink-2">{document.purpose}</p>}
      </header>
      <Part title="So far">
        <Figures
          rows={[
            ["In the journey now", inside],
            ["Entered", start ? Math.max(start.in, start.out) : 0],
            ["Ended", ended],
            ["Ended with success", succeeded],
            ["Messages held for a while", held],
            ["Messages dropped", dropped],
          ]}
        />
        {inside !== undefined && inside > 0 && (
          <ButtonLink href={href}>
            See the {inside.toLocaleString("en")} {noun}
          </ButtonLink>
        )}
      </Part>
      <Part title="Busiest steps">
        <BusiestSteps of={document.steps} />
        <p className="text-small text-ink-3">
          Choose a step or a path to see its numbers.{live ? ` As of ${live.asOf.slice(11, 16)} UTC.` : ""}
        </p>
      </Part>
    </>
  );
}
