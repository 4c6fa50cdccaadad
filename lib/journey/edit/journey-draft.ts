import { z } from "zod";
import { type JourneyDocument, journeyDocument, type Path, type Step } from "@/lib/journey/document";

/** Where a card stands apart from its automatic place, in canvas pixels. Nothing that runs reads it. */
export const journeyLayout = z.object({
  offsets: z.record(z.string(), z.object({ dx: z.number(), dy: z.number() })).default({}),
});
export type JourneyLayout = z.infer<typeof journeyLayout>;

export const journeyDraft = z.object({ document: journeyDocument, layout: journeyLayout });
export interface JourneyDraft {
  document: JourneyDocument;
  layout: JourneyLayout;
}

/** The end of a step that a path may leave from. */
export interface Place {
  from: string;
  port: string;
}

export function findStep(document: JourneyDocument, stepId: string): Step | undefined {
  return document.steps.find((step) => step.id === stepId);
}

export function findPath(document: JourneyDocument, { from, port }: Place): Path | undefined {
  return document.paths.find((path) => path.from === from && path.port === port);
}

export function pathsFrom(document: JourneyDocument, stepId: string): Path[] {
  return document.paths.filter((path) => path.from === stepId);
}

export function pathsInto(document: JourneyDocument, stepId: string): Path[] {
  return document.paths.filter((path) => path.to === stepId);
}
