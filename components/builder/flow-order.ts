import type { JourneyDocument, Step } from "@/lib/journey/document";
import { portsOf } from "@/lib/journey/edit/ports-of";

export interface OutlineRow {
  key: string;
  step: Step;
  /** The way of the step before that leads here, when it has several; null on the main line. */
  via: { from: Step; port: string } | null;
  level: number;
  /** The step stands higher up already; this row only points to it. */
  isAgain: boolean;
}
export interface OutlineState {
  stateId: string;
  rows: OutlineRow[];
}

/** A journey in reading order: along each way to its end, state by state. Every step has exactly one row of its own. */
export function flowOrder(document: JourneyDocument): OutlineState[] {
  const seen = new Set<string>();
  const rows: OutlineRow[] = [];
  const steps = new Map(document.steps.map((step) => [step.id, step]));
  const walk = (step: Step, via: OutlineRow["via"], level: number): void => {
    const key = via ? `${via.from.id}:${via.port}:${step.id}` : step.id;
    const isAgain = seen.has(step.id);
    rows.push({ key: rows.some((row) => row.key === key) ? `${key}:${rows.length}` : key, step, via, level, isAgain });
    if (isAgain) return;
    seen.add(step.id);
    const ways = portsOf(step).flatMap((port) =>
      document.paths.filter((path) => path.from === step.id && path.port === port.name),
    );
    const several = ways.length > 1;
    for (const way of ways) {
      const next = steps.get(way.to);
      if (!next) continue;
      if (several) walk(next, { from: step, port: way.port }, level + 1);
      else if (!seen.has(next.id)) walk(next, null, level);
    }
  };
  const into = new Set(document.paths.map((path) => path.to));
  for (const step of document.steps) if (step.kind === "entry") walk(step, null, 1);
  for (const step of document.steps) if (!seen.has(step.id) && !into.has(step.id)) walk(step, null, 1);
  for (const step of document.steps) if (!seen.has(step.id)) walk(step, null, 1);
  return document.states.map((state) => ({
    stateId: state.id,
    rows: rows.filter((row) => row.step.state === state.id),
  }));
}
