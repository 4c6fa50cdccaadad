import type { JourneyDocument } from "@/lib/journey/document";

/** Everything a step can lead to, itself not included unless it lies on a loop. Exits and timeouts of states count as leads. */
export function reachableFrom(document: JourneyDocument, startIds: readonly string[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const path of document.paths) next.set(path.from, [...(next.get(path.from) ?? []), path.to]);
  const seen = new Set<string>();
  const queue = [...startIds];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const to of next.get(id) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
}

/** Steps somebody can get to: from entries, and from the exits, timeouts and reactions of states. */
export function livingSteps(document: JourneyDocument): Set<string> {
  const roots = document.steps.filter((step) => step.kind === "entry").map((step) => step.id);
  for (const state of document.states) {
    for (const exit of state.exitCriteria) roots.push(exit.then);
    if (state.timeout) roots.push(state.timeout.then);
    for (const reaction of state.reactions) roots.push(reaction.firstStep);
  }
  const living = reachableFrom(document, roots);
  for (const root of roots) living.add(root);
  return living;
}
