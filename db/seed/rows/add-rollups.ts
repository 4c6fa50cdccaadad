import { bucketOf } from "@/lib/hash/bucket-of";
import { DWELL_BIN_COUNT, dwellBin } from "@/lib/statistics/dwell-bins";
import type { Walked, WalkedMove, WalkedOutcome } from "@/lib/simulation/walked";
import { dayOf } from "@/db/seed/account-review";
import type { RowSet } from "@/db/seed/rows/row-set";

interface Folded<T> {
  bucket: number;
  row: T;
}

/** Folds moves and outcomes into counts per bucket, version and day, one walk after the other (RULES S25). */
export class Rollups {
  readonly #paths = new Map<
    string,
    Folded<{ count: number; dwell_ms: number; dwell_bins: number[] } & Record<string, unknown>>
  >();
  readonly #outcomes = new Map<string, Folded<{ count: number } & Record<string, unknown>>>();
  readonly #due = new Map<number, number>();

  fold(walked: Walked, accountId: string): void {
    for (const move of walked.moves) this.#foldMove(move);
    for (const outcome of walked.outcomes) this.#foldOutcome(outcome);
    for (const { enrollment } of walked.enrollments)
      if (enrollment.status === "active") this.#noteDue(enrollment.subjectId, enrollment.dueAtMs);
    for (const message of walked.messages)
      if (message.isBegun && message.status === "held") this.#noteDue(message.personId, message.dueAtMs);
    for (const one of walked.reservations.values()) if (one.status === "waiting") this.#noteDue(accountId, one.dueAtMs);
  }

  /** When each bucket next has something to decide. */
  get nextDue(): [bucket: number, dueAt: Date][] {
    return [...this.#due].map(([bucket, atMs]) => [bucket, new Date(atMs)]);
  }

  addTo(rows: RowSet): void {
    for (const { bucket, row } of this.#paths.values()) rows.addHot("path_day", bucket, row);
    for (const { bucket, row } of this.#outcomes.values()) rows.addHot("outcome_day", bucket, row);
  }

  #noteDue(subjectId: string, atMs: number | null): void {
    const bucket = bucketOf(subjectId);
    if (atMs !== null) this.#due.set(bucket, Math.min(this.#due.get(bucket) ?? Number.POSITIVE_INFINITY, atMs));
  }

  #foldMove(move: WalkedMove): void {
    const bucket = bucketOf(move.subjectId);
    const ends = {
      version_id: move.versionId,
      day: dayOf(move.atMs),
      from_step_id: move.fromStepId ?? "",
      port: move.port,
      to_step_id: move.toStepId ?? "",
      held_out: move.heldOut,
    };
    const key = `${bucket} ${Object.values(ends).join(" ")}`;
    let sum = this.#paths.get(key);
    if (!sum) {
      sum = { bucket, row: { ...ends, count: 0, dwell_ms: 0, dwell_bins: new Array<number>(DWELL_BIN_COUNT).fill(0) } };
      this.#paths.set(key, sum);
    }
    const bin = dwellBin(move.dwellMs);
    sum.row.count++;
    sum.row.dwell_ms += Math.round(move.dwellMs);
    sum.row.dwell_bins[bin] = (sum.row.dwell_bins[bin] ?? 0) + 1;
  }

  #foldOutcome({ subjectId, versionId, stepId, outcome, heldOut, atMs }: WalkedOutcome): void {
    const bucket = bucketOf(subjectId);
    const of = { version_id: versionId, day: dayOf(atMs), step_id: stepId, outcome, held_out: heldOut };
    const key = `${bucket} ${Object.values(of).join(" ")}`;
    const sum = this.#outcomes.get(key);
    if (sum) sum.row.count++;
    else this.#outcomes.set(key, { bucket, row: { ...of, count: 1 } });
  }
}
