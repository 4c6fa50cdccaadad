import type { JourneyDocument } from "@/lib/journey/document";
import type { Command } from "./command";
import { removeSteps, waysOf } from "./delete-steps";
import { canInsert, insertAt } from "./insert-step";
import { findPath, findStep, type Place } from "./journey-draft";

/** True when the step can leave its place and stand there: one way on, not the entry, not next to itself. */
export function canMove(document: JourneyDocument, stepId: string, place: Place): boolean {
  const step = findStep(document, stepId);
  if (!step || step.kind === "entry" || waysOf(document, stepId).length > 0) return false;
  if (place.from === stepId || findPath(document, place)?.to === stepId) return false;
  return canInsert(document, step.kind, place);
}

/** Takes a step out of its path, joins the ends, and inserts it elsewhere with its settings. */
export function moveStep(stepId: string, place: Place): Command {
  return {
    label: "move step",
    change: (draft) => {
      const step = findStep(draft.document, stepId);
      if (!step || !canMove(draft.document, stepId, place)) return;
      const copy = { ...step };
      const exits = draft.document.states.map((state) => ({
        state,
        exits: state.exitCriteria.filter((exit) => exit.then === stepId),
        timeout: state.timeout?.then === stepId ? state.timeout : undefined,
      }));
      removeSteps(draft, [stepId]);
      insertAt(draft, place, copy);
      for (const { state, exits: kept, timeout } of exits) {
        for (const exit of kept) exit.then = stepId;
        if (timeout) state.timeout = { ...timeout, then: stepId };
      }
    },
  };
}
