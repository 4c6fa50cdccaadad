import { bucketOf } from "@/lib/hash/bucket-of";
import { DWELL_BIN_COUNT, dwellBin } from "@/lib/statistics/dwell-bins";
import type { Walked } from "@/lib/simulation/walked";
import { dayOf } from "@/db/seed/account-review";
import type { RowSet } from "@/db/seed/rows/row-set";

interface Folded<T> {
  bucket: number;
  row: T;
}

/** Fold all moves and outcomes into counts per bucket, version and day (RULES S25). */
export function addRollups(rows: RowSet, all: readonly Walked[]): void {
  const paths = new Map<string, Folded<{ count: number; dwell_ms: number; dwell_bins: number[] } & Record<string, unknown>>>();
  const outcomes = new Map<string, Folded<{ count: number } & Record<string, unknown>>>();
  for (const walked of all) {
    for (const move of walked.moves) {
      const bucket = bucketOf(move.subjectId);
      const ends = { version_id: move.versionId, day: dayOf(move.atMs), from_step_id: move.fromStepId ?? "", port: move.port, to_step_id: move.toStepId ?? "", held_out: move.heldOut };
      const key = `${bucket} ${Object.values(ends).join(" ")}`;
      let sum = paths.get(key);
      if (!sum) paths.set(key, (sum = { bucket, row: { ...ends, count: 0, dwell_ms: 0, dwell_bins: new Array<number>(DWELL_BIN_COUNT).fill(0) } }));
      const bin = dwellBin(move.dwellMs);
      sum.row.count++;
      sum.row.dwell_ms += Math.round(move.dwellMs);
      sum.row.dwell_bins[bin] = (sum.row.dwell_bins[bin] ?? 0) + 1;
    }
    for (const one of walked.outcomes) {
      const bucket = bucketOf(one.subjectId);
      const of = { version_id: one.versionId, day: dayOf(one.atMs), step_id: one.stepId, outcome: one.outcome, held_out: one.heldOut };
      const key = `${bucket} ${Object.values(of).join(" ")}`;
      let sum = outcomes.get(key);
      if (!sum) outcomes.set(key, (sum = { bucket, row: { ...of, count: 0 } }));
      sum.row.count++;
    }
  }
  for (const { bucket, row } of paths.values()) rows.addHot("path_day", bucket, row);
  for (const { bucket, row } of outcomes.values()) rows.addHot("outcome_day", bucket, row);
}

/** When each bucket next has something to decide. */
export function nextDueByBucket(all: readonly Walked[], accountIdOf: (walked: Walked) => string): Map<number, Date> {
  const due = new Map<number, number>();
  const note = (bucket: number, atMs: number | null) => {
    if (atMs !== null) due.set(bucket, Math.min(due.get(bucket) ?? Number.POSITIVE_INFINITY, atMs));
  };
  for (const walked of all) {
    for (const { enrollment } of walked.enrollments) if (enrollment.status === "active") note(bucketOf(enrollment.subjectId), enrollment.dueAtMs);
    for (const message of walked.messages) if (message.isBegun && message.status === "held") note(bucketOf(message.personId), message.dueAtMs);
    for (const one of walked.reservations.values()) if (one.status === "waiting") note(bucketOf(accountIdOf(walked)), one.dueAtMs);
  }
  return new Map([...due].map(([bucket, atMs]) => [bucket, new Date(atMs)]));
}

