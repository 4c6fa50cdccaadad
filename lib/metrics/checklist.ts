import type { Criterion, JourneyDocument, State } from "@/lib/journey/document";

/** What a stage must show before it may be left: the entry criteria of the state its exit leads to, all of which must
 * hold to cross (RULES S26); for the last stage its own exit criteria. */
export function checklistOf(document: JourneyDocument, state: State): Criterion[] {
  for (const exit of state.exitCriteria) {
    const next = document.states.find((one) => one.id === document.steps.find((step) => step.id === exit.then)?.state);
    if (next && next.id !== state.id && next.entryCriteria.length > 0) return next.entryCriteria;
  }
  return state.exitCriteria.map(({ id, name, when }) => ({ id, name, when }));
}

export function stateOfStage(document: JourneyDocument, stage: string | null): State | null {
  return document.states.find((state) => state.stage === stage && stage !== null) ?? null;
}
