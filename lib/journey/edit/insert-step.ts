import type { JourneyDocument, Step } from "@/lib/journey/document";
import type { KindName } from "@/lib/journey/kinds/config";
import type { Command } from "./command";
import { findPath, findStep, type JourneyDraft, type Place, pathsInto } from "./journey-draft";
import { portsOf } from "./ports-of";

/** True when a step of this kind may stand at the end of this port. An exit ends a path, so it may not cut one. */
export function canInsert(document: JourneyDocument, kind: KindName, place: Place): boolean {
  if (kind === "entry") return false;
  const from = findStep(document, place.from);
  if (!from || !portsOf(from).some((port) => port.name === place.port)) return false;
  return kind !== "exit" || findPath(document, place) === undefined;
}

/** True when a step of this kind may stand before this one. */
export function canInsertBefore(document: JourneyDocument, kind: KindName, stepId: string): boolean {
  const step = findStep(document, stepId);
  return step !== undefined && step.kind !== "entry" && kind !== "entry" && kind !== "exit";
}

/** Puts a step into a path, or at the end of an open port. All its ports go on to where the path led. */
export function insertStep(place: Place, step: Step): Command {
  return { label: `insert ${step.name}`, change: (draft) => insertAt(draft, place, step) };
}

export function insertAt(draft: JourneyDraft, place: Place, step: Step): void {
  const { document } = draft;
  if (!canInsert(document, step.kind, place)) return;
  const fromIndex = document.steps.findIndex((one) => one.id === place.from);
  const from = document.steps[fromIndex];
  if (!from) return;
  document.steps.splice(fromIndex + 1, 0, { ...step, state: from.state });
  const path = findPath(document, place);
  const to = path?.to;
  if (path) path.to = step.id;
  else document.paths.push({ from: place.from, port: place.port, to: step.id });
  if (to !== undefined) leadOn(document, step, to);
}

/** Puts a step before another: everything that led to that one leads here. */
export function insertStepBefore(stepId: string, step: Step): Command {
  return {
    label: `insert ${step.name}`,
    change: ({ document }) => {
      if (!canInsertBefore(document, step.kind, stepId)) return;
      const index = document.steps.findIndex((one) => one.id === stepId);
      const target = document.steps[index];
      if (!target) return;
      for (const path of pathsInto(document, stepId)) path.to = step.id;
      document.steps.splice(index, 0, { ...step, state: target.state });
      leadOn(document, step, stepId);
    },
  };
}

/** Adds a step that nothing leads to yet; `state` is where it stands. */
export function addLooseStep(step: Step): Command {
  return { label: `add ${step.name}`, change: ({ document }) => void document.steps.push(step) };
}

function leadOn(document: JourneyDocument, step: Step, to: string): void {
  for (const port of portsOf(step)) if (!port.optional) document.paths.push({ from: step.id, port: port.name, to });
}

/** The place a step appended "at the end" goes to: the last open port along the flow, else before the first exit. */
export function endPlace(document: JourneyDocument): Place | null {
  for (let i = document.steps.length - 1; i >= 0; i--) {
    const step = document.steps[i];
    if (!step) continue;
    const open = portsOf(step).find(
      (port) => !port.optional && !findPath(document, { from: step.id, port: port.name }),
    );
    if (open) return { from: step.id, port: open.name };
  }
  const exit = document.steps.findLast((step) => step.kind === "exit");
  const path = exit && document.paths.find((one) => one.to === exit.id);
  return path ? { from: path.from, port: path.port } : null;
}
