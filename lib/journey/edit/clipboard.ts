import { z } from "zod";
import { type JourneyDocument, path, type Step, step } from "@/lib/journey/document";
import type { Command } from "./command";
import { canInsert } from "./insert-step";
import { findPath, type Place } from "./journey-draft";
import { portsOf } from "./ports-of";

const PASTE_MAX = 500;

/** What copied steps look like as text, across journeys and workspaces. */
export const journeySteps = z.object({
  kind: z.literal("journey-steps@1"),
  steps: z.array(step).min(1).max(PASTE_MAX),
  paths: z.array(path).max(PASTE_MAX * 4),
});
export type JourneySteps = z.infer<typeof journeySteps>;

/** The chosen steps (entries left out) with the paths between them, or null when nothing is left. */
export function copySteps(document: JourneyDocument, stepIds: readonly string[]): JourneySteps | null {
  const ids = new Set(stepIds);
  const steps = document.steps.filter((one) => ids.has(one.id) && one.kind !== "entry");
  const kept = new Set(steps.map((one) => one.id));
  if (steps.length === 0) return null;
  return {
    kind: "journey-steps@1",
    steps,
    paths: document.paths.filter((one) => kept.has(one.from) && kept.has(one.to)),
  };
}

/** Reads clipboard text; null when it is something else. */
export function parseSteps(text: string): JourneySteps | null {
  try {
    const parsed = journeySteps.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // other text on the clipboard is not an error
  }
}

/**
 * Adds copied steps under new ids (`idFor` gives one per old id). At a place they are spliced into the path: the first
 * step takes it over and every open end leads on. Without a place they stand loose in `stateId`.
 */
export function pasteSteps(
  clip: JourneySteps,
  idFor: (oldId: string) => string,
  place: Place | null,
  stateId: string,
): Command {
  const label = clip.steps.length === 1 ? "paste step" : `paste ${clip.steps.length} steps`;
  return {
    label,
    change: ({ document }) => {
      const ids = new Map(clip.steps.map((one) => [one.id, idFor(one.id)]));
      const first = rootOf(clip);
      const fits = place !== null && canInsert(document, first.kind, place);
      const from = fits ? document.steps.find((one) => one.id === place.from) : undefined;
      const state = from?.state ?? stateId;
      const copies: Step[] = clip.steps.map((one) => ({
        ...structuredClone(one),
        id: ids.get(one.id) ?? one.id,
        state,
      }));
      const at = from ? document.steps.indexOf(from) + 1 : document.steps.length;
      document.steps.splice(at, 0, ...copies);
      for (const one of clip.paths) {
        const [newFrom, newTo] = [ids.get(one.from), ids.get(one.to)];
        if (newFrom && newTo) document.paths.push({ ...structuredClone(one), from: newFrom, to: newTo });
      }
      const firstId = ids.get(first.id);
      if (!fits || !firstId) return;
      const old = findPath(document, place);
      const to = old?.to;
      if (old) old.to = firstId;
      else document.paths.push({ from: place.from, port: place.port, to: firstId });
      if (to !== undefined) leadEndsOn(document, copies, to);
    },
  };
}

function rootOf(clip: JourneySteps): Step {
  const reached = new Set(clip.paths.map((one) => one.to));
  return clip.steps.find((one) => !reached.has(one.id)) ?? (clip.steps[0] as Step);
}

function leadEndsOn(document: JourneyDocument, copies: readonly Step[], to: string): void {
  for (const copy of copies) {
    for (const port of portsOf(copy)) {
      const place = { from: copy.id, port: port.name };
      if (!port.optional && !findPath(document, place)) document.paths.push({ ...place, to });
    }
  }
}

/** Copies steps in place: the copies follow the last of them where they can, else stand loose beside them. */
export function duplicateSteps(
  document: JourneyDocument,
  stepIds: readonly string[],
  idFor: (oldId: string) => string,
): Command | null {
  const clip = copySteps(document, stepIds);
  const last = clip?.steps.at(-1);
  if (!clip || !last) return null;
  const port = portsOf(last).find((one) => !one.optional);
  const place = port ? { from: last.id, port: port.name } : null;
  return {
    ...pasteSteps(clip, idFor, place, last.state),
    label: clip.steps.length === 1 ? "duplicate step" : `duplicate ${clip.steps.length} steps`,
  };
}
