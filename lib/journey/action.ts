import type { ConfigOf } from "@/lib/journey/kinds/config";

/** What the core asks for. Data only: nothing is performed in the core. `key` names the touchpoint for ever. */
export type Action =
  | { type: "send"; key: string; stepId: string; visit: number; config: ConfigOf<"message"> }
  | { type: "webhook"; key: string; stepId: string; visit: number; config: ConfigOf<"webhook"> }
  | { type: "task"; key: string; stepId: string; visit: number; dueAtMs: number; config: ConfigOf<"task"> }
  | { type: "update"; stepId: string; config: ConfigOf<"update"> }
  | { type: "milestone"; stepId: string; milestone: string; isGoal: boolean }
  /** Cancel held and queued messages and close open tasks of the enrollment (RULES S8). `code` names the exit. */
  | { type: "release"; stateId: string | null; code: string };

/**
 * A step change, as rollups and the trace record it. `port` is the step's port, `exit:<id>`, `timeout`, `enter` or
 * `leave`. From null: the subject enters. To "": it leaves from where it stands, without an exit step.
 */
export interface Move {
  fromStepId: string | null;
  port: string;
  toStepId: string;
  visit: number;
  atMs: number;
  /** Time spent in `fromStepId`, ms. */
  dwellMs: number;
}

/** A recorded outcome with its reason. `code` is from the table in `decision-codes.ts`; `detail` holds the values used. */
export interface Decision {
  stepId: string | null;
  visit: number;
  code: string;
  port: string | null;
  detail: Readonly<Record<string, unknown>>;
  atMs: number;
}
