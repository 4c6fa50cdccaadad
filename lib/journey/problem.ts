import type { JourneyDocument } from "@/lib/journey/document";

/** Every code `validate` gives, and how much it weighs. An error is what cannot run or is unlawful (RULES S17). */
export const problemSeverity = {
  "entry.missing": "error",
  "entry.many": "error",
  "step.required": "error",
  "step.unreachable": "error",
  "step.off": "info",
  "path.dead_end": "error",
  "path.unknown_step": "error",
  "path.unused_port": "warning",
  "path.twice": "warning",
  "branch.no_else": "error",
  "branch.empty": "warning",
  "branch.overlap": "warning",
  "branch.sum": "warning",
  "loop.unbounded": "error",
  "state.many": "error",
  "state.unknown": "error",
  "state.no_exit": "info",
  "state.no_timeout": "info",
  "exit.unknown_step": "error",
  "timeout.unknown_step": "error",
  "reaction.unknown_step": "error",
  "id.twice": "error",
  "ref.deleted": "error",
  "rule.incomplete": "error",
  "rule.pattern": "error",
  "rule.everybody": "warning",
  "liquid.invalid": "error",
  "webhook.not_https": "error",
  "content.long": "info",
  "content.repeated": "warning",
  "owner.no_fallback": "warning",
  "objective.missing": "warning",
  "expected.missing": "info",
} as const satisfies Record<string, "error" | "warning" | "info">;

export type ProblemCode = keyof typeof problemSeverity;

/** A change that mends a problem, as data; `applyFix` carries it out. */
export type Fix =
  | { type: "add_entry" }
  | { type: "add_exit"; from: string; port: string }
  | { type: "delete_step"; stepId: string }
  | { type: "delete_path"; from: string; port: string; to: string }
  | { type: "add_timeout"; stateId: string; afterMs: number; then: string }
  | { type: "scale_shares"; stepId: string };

export interface Place {
  stepId?: string;
  stateId?: string;
  /** The port whose path, or lack of one, is meant. */
  pathPort?: string;
  /** Dotted path of the field inside the step's settings, the state or the journey. */
  field?: string;
}

export interface Problem extends Place {
  code: ProblemCode;
  severity: "error" | "warning" | "info";
  message: string;
  fix?: { label: string; command: Fix };
}

/** What a journey points at outside itself. A list left out is not checked. */
export interface References {
  segments: readonly { id: string; name: string; deletedAt: number | Date | string | null }[];
  templates?: readonly { id: string; name: string; deletedAt: number | Date | string | null }[];
}

/** One thing looked at. Pure, and complete without the others. */
export type Check = (document: JourneyDocument, references: References) => Problem[];

export function problemOf(code: ProblemCode, message: string, place: Place = {}, fix?: Problem["fix"]): Problem {
  const problem: Problem = { code, severity: problemSeverity[code], message, ...place };
  return fix === undefined ? problem : { ...problem, fix };
}
