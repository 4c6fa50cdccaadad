import type { JourneyDocument } from "@/lib/journey/document";
import { pathKey } from "@/lib/journey/edit/path-key";

export interface StepRows {
  /** The row each step stands in, counted from the top of the canvas. */
  rowOf: Map<string, number>;
  /** First and last row of each state, in order. A state without steps keeps one empty row. */
  bands: { stateId: string; first: number; last: number }[];
  /** Keys of paths that lead back up, drawn on the left side. */
  back: Set<string>;
}

/** Puts every step in a row: states below each other, in each state a step below everything that leads to it. */
export function stepRows(document: JourneyDocument): StepRows {
  const bandOf = new Map(document.states.map((state, index) => [state.id, index]));
  const band = new Map(document.steps.map((step) => [step.id, bandOf.get(step.state) ?? 0]));
  const back = backPaths(document, band);
  const into = new Map<string, string[]>();
  for (const path of document.paths) {
    if (!back.has(pathKey(path)) && band.has(path.from) && band.has(path.to))
      into.set(path.to, [...(into.get(path.to) ?? []), path.from]);
  }
  const rowOf = new Map<string, number>();
  const bands: StepRows["bands"] = [];
  let base = 0;
  for (const [index, state] of document.states.entries()) {
    const own = document.steps.filter((step) => band.get(step.id) === index);
    const settle = (id: string): number => {
      const known = rowOf.get(id);
      if (known !== undefined) return known;
      const above = (into.get(id) ?? []).filter((from) => (band.get(from) ?? 0) <= index).map(settle);
      const row = Math.max(base, ...above.map((one) => one + 1));
      rowOf.set(id, row);
      return row;
    };
    for (const step of own) settle(step.id);
    const last = Math.max(base, ...own.map((step) => rowOf.get(step.id) ?? base));
    bands.push({ stateId: state.id, first: base, last });
    base = last + 1;
  }
  return { rowOf, bands, back };
}

function backPaths(document: JourneyDocument, band: ReadonlyMap<string, number>): Set<string> {
  const out = new Map<string, { key: string; to: string }[]>();
  const back = new Set<string>();
  for (const path of document.paths) {
    const key = pathKey(path);
    if ((band.get(path.to) ?? 0) < (band.get(path.from) ?? 0)) back.add(key);
    else out.set(path.from, [...(out.get(path.from) ?? []), { key, to: path.to }]);
  }
  const done = new Set<string>();
  const onWay = new Set<string>();
  const visit = (start: string): void => {
    const stack: { id: string; next: number }[] = [{ id: start, next: 0 }];
    onWay.add(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const one = out.get(top.id)?.[top.next++];
      if (!one) {
        onWay.delete(top.id);
        done.add(top.id);
        stack.pop();
      } else if (onWay.has(one.to)) back.add(one.key);
      else if (!done.has(one.to)) {
        onWay.add(one.to);
        stack.push({ id: one.to, next: 0 });
      }
    }
  };
  for (const step of document.steps) if (!done.has(step.id)) visit(step.id);
  return back;
}
