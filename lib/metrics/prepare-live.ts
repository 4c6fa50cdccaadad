export interface LiveStep {
  in: number;
  waiting: number;
  out: number;
  sent?: number;
  engaged?: number;
}

/** Counts as the canvas draws them. `share` of a path is of all who left its step, 0…1. */
export interface LiveCounts {
  steps: Record<string, LiveStep>;
  /** Under `from:port:to`. */
  paths: Record<string, { count: number; share: number }>;
  totals: LiveTotals;
  asOf: string;
}

/** Of the whole journey. Without those held out, except `inside`. */
export interface LiveTotals {
  inside: number;
  ended: number;
  /** Of those who ended: with the outcome success. */
  succeeded: number;
  /** Messages the gate put off at least once, and those it dropped. */
  held: number;
  dropped: number;
}

export function prepareLive(of: {
  paths: readonly { from_step_id: string; port: string; to_step_id: string; n: number }[];
  outcomes: readonly { step_id: string; outcome: string; n: number }[];
  waiting: ReadonlyMap<string, number>;
  asOf: Date;
}): LiveCounts {
  const steps: Record<string, LiveStep> = {};
  const step = (id: string): LiveStep => {
    steps[id] ??= { in: 0, waiting: of.waiting.get(id) ?? 0, out: 0 };
    return steps[id];
  };
  for (const id of of.waiting.keys()) step(id);
  const counts = new Map<string, number>();
  for (const { from_step_id: from, port, to_step_id: to, n } of of.paths) {
    if (to !== "") step(to).in += n;
    if (from !== "") step(from).out += n;
    if (from !== "" && to !== "") counts.set(`${from}:${port}:${to}`, (counts.get(`${from}:${port}:${to}`) ?? 0) + n);
  }
  for (const { step_id, outcome, n } of of.outcomes) {
    const one = step(step_id);
    if (outcome === "sent") one.sent = (one.sent ?? 0) + n;
    if (outcome === "clicked" || outcome === "replied") one.engaged = (one.engaged ?? 0) + n;
  }
  const paths: LiveCounts["paths"] = {};
  for (const [key, count] of counts) {
    const out = steps[key.slice(0, key.indexOf(":"))]?.out ?? 0;
    paths[key] = { count, share: out === 0 ? 0 : count / out };
  }
  const sum = (counted: (outcome: string) => boolean): number =>
    of.outcomes.reduce((total, { outcome, n }) => total + (counted(outcome) ? n : 0), 0);
  const totals = {
    inside: [...of.waiting.values()].reduce((total, n) => total + n, 0),
    ended: sum((outcome) => outcome.startsWith("exit:")),
    succeeded: sum((outcome) => outcome === "exit:success"),
    held: sum((outcome) => outcome === "message.hold"),
    dropped: sum((outcome) => outcome === "message.drop"),
  };
  return { steps, paths, totals, asOf: of.asOf.toISOString() };
}
