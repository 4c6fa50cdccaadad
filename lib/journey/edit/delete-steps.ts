import type { JourneyDocument } from "@/lib/journey/document";
import type { Command } from "./command";
import { findStep, type JourneyDraft, pathsFrom } from "./journey-draft";
import { portsOf } from "./ports-of";
import { livingSteps } from "./reach";

/** Which of a step's ways to keep when it goes: the port's name, or null to delete all of them. */
export type Keep = Readonly<Record<string, string | null>>;

/** Ports of a step that lead to different places, so that deleting it needs a choice; empty when it does not. */
export function waysOf(document: JourneyDocument, stepId: string): string[] {
  const paths = pathsFrom(document, stepId);
  return new Set(paths.map((path) => path.to)).size > 1 ? paths.map((path) => path.port) : [];
}

/**
 * Removes steps and joins what led to them with what they led to. Where a step has several ways, `keep` names the one
 * that stays (else its first); steps that only the others reached are removed with them. Entries stay.
 */
export function deleteSteps(stepIds: readonly string[], keep: Keep = {}): Command {
  const label = stepIds.length === 1 ? "delete step" : `delete ${stepIds.length} steps`;
  return { label, change: (draft) => removeSteps(draft, stepIds, keep) };
}

export function removeSteps(draft: JourneyDraft, stepIds: readonly string[], keep: Keep = {}): void {
  const { document } = draft;
  const gone = new Set(stepIds.filter((id) => (findStep(document, id)?.kind ?? "entry") !== "entry"));
  if (gone.size === 0) return;
  const wasAlive = livingSteps(document);
  const heal = new Map([...gone].map((id) => [id, wayOn(document, id, gone, keep)]));
  const join = (id: string): string | undefined => (gone.has(id) ? (heal.get(id) ?? undefined) : id);

  document.paths = document.paths.flatMap((path) => {
    if (gone.has(path.from)) return [];
    const to = join(path.to);
    return to === undefined || (to === path.from && path.to !== path.from)
      ? []
      : [to === path.to ? path : { ...path, to }];
  });
  relink(document, join);
  document.steps = document.steps.filter((step) => !gone.has(step.id));
  if (stepIds.some((id) => id in keep)) dropOrphans(document, wasAlive);
  dropOffsets(draft);
}

/** Where a removed step's kept way ends, passing over other removed steps; null when it leads nowhere. */
function wayOn(document: JourneyDocument, stepId: string, gone: ReadonlySet<string>, keep: Keep): string | null {
  const seen = new Set<string>();
  let at: string | undefined = stepId;
  while (at !== undefined && gone.has(at)) {
    if (seen.has(at)) return null;
    seen.add(at);
    const step = findStep(document, at);
    const paths = pathsFrom(document, at);
    const kept: string | null | undefined = keep[at];
    if (kept === null) return null;
    const order: string[] = step ? portsOf(step).map((port) => port.name) : [];
    const first: string | undefined = kept ?? order.find((port) => paths.some((path) => path.port === port));
    at = paths.find((path) => path.port === first)?.to;
  }
  return at ?? null;
}

function relink(document: JourneyDocument, join: (id: string) => string | undefined): void {
  for (const state of document.states) {
    for (const exit of state.exitCriteria) exit.then = join(exit.then) ?? exit.then;
    if (state.timeout) {
      const then = join(state.timeout.then);
      if (then === undefined) delete state.timeout;
      else state.timeout.then = then;
    }
    state.reactions = state.reactions.filter((reaction) => join(reaction.firstStep) !== undefined);
    for (const reaction of state.reactions) reaction.firstStep = join(reaction.firstStep) ?? reaction.firstStep;
  }
}

function dropOrphans(document: JourneyDocument, wasAlive: ReadonlySet<string>): void {
  const alive = livingSteps(document);
  const dead = new Set([...wasAlive].filter((id) => !alive.has(id)));
  document.steps = document.steps.filter((step) => !dead.has(step.id));
  document.paths = document.paths.filter((path) => !dead.has(path.from) && !dead.has(path.to));
}

function dropOffsets({ document, layout }: JourneyDraft): void {
  const left = new Set(document.steps.map((step) => step.id));
  for (const id of Object.keys(layout.offsets)) if (!left.has(id)) delete layout.offsets[id];
}
