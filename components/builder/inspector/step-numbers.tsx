"use client";
import { useBuilder } from "@/components/builder/builder-context";
import { portName } from "@/components/builder/port-name";
import { ButtonLink } from "@/components/ui/button-link";
import type { Step } from "@/lib/journey/document";
import { pathsFrom } from "@/lib/journey/edit/journey-draft";
import { Figures } from "./figures";
import { Part } from "./part";

/** What happened at a step, in Live. */
export function StepNumbers({ step }: { step: Step }) {
  const live = useBuilder((state) => state.live);
  const document = useBuilder((state) => state.draft.document);
  const href = useBuilder(
    (state) => `/${state.workspace}/journeys/${state.journeyId}/people?step=${encodeURIComponent(step.id)}`,
  );
  const counts = live?.steps[step.id];
  const paths = pathsFrom(document, step.id);
  const noun = document.subject === "account" ? "accounts" : "people";
  const rows: [string, number | undefined][] = [
    ["Came in", counts?.in],
    ["Waiting now", counts?.waiting],
    ["Went on", counts?.out],
    ["Sent", counts?.sent],
    ["Engaged", counts?.engaged],
  ];
  return (
    <>
      <Part title="So far">
        {counts ? <Figures rows={rows} /> : <p className="text-ink-2">Nobody has been here yet.</p>}
        {counts && counts.waiting > 0 && (
          <ButtonLink href={href}>
            See the {counts.waiting.toLocaleString("en")} {noun} here now
          </ButtonLink>
        )}
      </Part>
      {paths.length > 1 && (
        <Part title="Ways taken">
          <dl className="flex flex-col gap-1">
            {paths.map((path) => {
              const flow = live?.paths[`${path.from}:${path.port}:${path.to}`];
              return (
                <div key={path.port} className="flex justify-between gap-3">
                  <dt className="text-ink-2">{portName(step, path.port)}</dt>
                  <dd>
                    <span className="font-semibold">{(flow?.count ?? 0).toLocaleString("en")}</span>
                    <span className="inline-block w-12 text-right text-ink-2">
                      {flow ? ` ${Math.round(flow.share * 100)}%` : ""}
                    </span>
                  </dd>
                </div>
              );
            })}
          </dl>
        </Part>
      )}
    </>
  );
}
