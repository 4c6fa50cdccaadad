import type { z } from "zod";
import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";

export type Draft = z.input<typeof journeyDocument>;
type StepDraft = Draft["steps"][number];

export const DAY_MS = 86_400_000;
export const days = (count: number) => count * DAY_MS;

/** A step with where each of its ports leads and the share expected to go there. */
export interface Place {
  step: StepDraft;
  to: Record<string, readonly [step: string, share: number]>;
}

/** Parse a draft told as places, so that a step and its paths stand together. */
export function draftOf({
  places,
  ...rest
}: Omit<Draft, "schema" | "steps" | "paths"> & { places: readonly Place[] }): JourneyDocument {
  return journeyDocument.parse({
    schema: 1,
    ...rest,
    steps: places.map((place) => place.step),
    paths: places.flatMap(({ step, to }) =>
      Object.entries(to).map(([port, [target, share]]) => ({
        from: step.id,
        port,
        to: target,
        expected: { share, source: "estimate" as const },
      })),
    ),
  });
}
