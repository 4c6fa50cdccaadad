"use client";
import { useBuilder } from "@/components/builder/builder-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Part } from "./part";

/** The whole journey in numbers: shown in Live while nothing is selected. */
export function JourneyNumbers() {
  const live = useBuilder((state) => state.live);
  const document = useBuilder((state) => state.draft.document);
  const href = useBuilder((state) => `/${state.workspace}/journeys/${state.journeyId}/people`);
  const sum = (kinds: readonly string[], of: "in" | "out" | "waiting") =>
    document.steps.reduce(
      (total, step) =>
        kinds.length === 0 || kinds.includes(step.kind) ? total + (live?.steps[step.id]?.[of] ?? 0) : total,
      0,
    );
  const noun = document.subject === "account" ? "accounts" : "people";
  const rows: [string, number][] = [
    ["Entered", Math.max(sum(["entry"], "in"), sum(["entry"], "out"))],
    ["Inside now", sum([], "waiting")],
    ["Reached an exit", sum(["exit"], "in")],
  ];
  return (
    <>
      <header>
        <h2 className="text-section">{document.name}</h2>
        {document.purpose !== "" && <p className="text-ink-2">{document.purpose}</p>}
      </header>
      <Part title="So far">
        <dl className="flex flex-col gap-1">
          {rows.map(([label, value]) => (
            <div key={label} className="flex justify-between">
              <dt className="text-ink-2">{label}</dt>
              <dd className="font-semibold">{value.toLocaleString("en")}</dd>
            </div>
          ))}
        </dl>
        <ButtonLink href={href}>See the {noun}</ButtonLink>
        <p className="text-small text-ink-3">
          Choose a step or a path to see its numbers.{live ? ` As of ${live.asOf.slice(11, 16)} UTC.` : ""}
        </p>
      </Part>
    </>
  );
}
