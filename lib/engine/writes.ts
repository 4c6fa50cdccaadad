import type { DecisionToAdd, MoveToAdd } from "@/db/queries/tick/add-history";
import type { OutcomeDelta, PathDelta } from "@/db/queries/tick/add-rollups";
import type { EnrollmentToWrite } from "@/db/queries/tick/write-enrollments";
import type { MessageToWrite } from "@/db/queries/tick/write-messages";
import type { ReservationToWrite } from "@/db/queries/tick/write-reservations";
import type { AccountDayDelta } from "@/db/queries/tick/write-subjects";
import type { TaskToAdd } from "@/db/queries/tick/write-tasks";
import type { InboxItem } from "@/lib/contract/inbox-item";
import { DWELL_BIN_COUNT, dwellBin } from "@/lib/statistics/dwell-bins";

export interface Letter {
  bucket: number;
  subjectId: string;
  dueAtMs: number;
  item: InboxItem;
}

export interface StageChange {
  accountId: string;
  /** Null: in none any more. */
  stage: string | null;
  atMs: number;
  manner: "placed" | "met" | "late";
}

/** Everything one tick will write, gathered while it decides and written at its end in a few statements. */
export class Writes {
  readonly enrollments = new Map<string, EnrollmentToWrite>();
  readonly decisions: DecisionToAdd[] = [];
  readonly moves: MoveToAdd[] = [];
  readonly messages = new Map<string, MessageToWrite>();
  tasks: TaskToAdd[] = [];
  readonly reservations = new Map<string, ReservationToWrite>();
  readonly accountDays = new Map<string, AccountDayDelta>();
  readonly segments: { segmentId: string; subjectId: string; isMember: boolean; atMs: number }[] = [];
  readonly stages: StageChange[] = [];
  /** For other buckets' inboxes. */
  readonly letters: Letter[] = [];
  /** Enrollments whose messages under way and open tasks end, with the reason. */
  readonly releases: { enrollmentId: string; code: string }[] = [];
  readonly #paths = new Map<string, PathDelta & { dwellBins: number[] }>();
  readonly #outcomes = new Map<string, OutcomeDelta>();

  addMove(move: MoveToAdd, heldOut: boolean): void {
    this.moves.push(move);
    const day = dayOf(move.atMs);
    const [from, to] = [move.fromStepId ?? "", move.toStepId ?? ""];
    const key = `${move.versionId} ${day} ${from} ${move.port} ${to} ${heldOut}`;
    let delta = this.#paths.get(key);
    if (!delta) {
      delta = {
        versionId: move.versionId,
        day,
        fromStepId: from,
        port: move.port,
        toStepId: to,
        heldOut,
        count: 0,
        dwellMs: 0,
        dwellBins: new Array<number>(DWELL_BIN_COUNT).fill(0),
      };
      this.#paths.set(key, delta);
    }
    const bin = dwellBin(move.dwellMs);
    delta.count++;
    delta.dwellMs += Math.round(move.dwellMs);
    delta.dwellBins[bin] = (delta.dwellBins[bin] ?? 0) + 1;
  }

  addOutcome(of: { versionId: string; stepId: string; outcome: string; heldOut: boolean; atMs: number }): void {
    const day = dayOf(of.atMs);
    const key = `${of.versionId} ${day} ${of.stepId} ${of.outcome} ${of.heldOut}`;
    const delta = this.#outcomes.get(key);
    if (delta) delta.count++;
    else
      this.#outcomes.set(key, {
        versionId: of.versionId,
        day,
        stepId: of.stepId,
        outcome: of.outcome,
        heldOut: of.heldOut,
        count: 1,
      });
  }

  addAccountDay(accountId: string, name: string, atMs: number, personId: string | null): void {
    const day = dayOf(atMs);
    const key = `${accountId} ${day} ${name}`;
    const before = this.accountDays.get(key);
    const persons = new Set(before?.persons);
    if (personId) persons.add(personId);
    this.accountDays.set(key, { accountId, day, name, count: (before?.count ?? 0) + 1, persons: [...persons] });
  }

  /** Sorted by key, so that whoever writes the same rows takes their locks in the same order. */
  get paths(): PathDelta[] {
    return [...this.#paths.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delta]) => delta);
  }

  get outcomes(): OutcomeDelta[] {
    return [...this.#outcomes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, delta]) => delta);
  }
}

/** The UTC day of a rollup, `2026-11-20`. */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
