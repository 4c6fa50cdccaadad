import type { FactEvent } from "@/lib/audience/facts";

/** How a message, webhook or withheld touchpoint ended, as the gate or the provider said. */
export type Settlement =
  | { outcome: "accepted" }
  | { outcome: "not_sent"; code: string; detail?: Readonly<Record<string, unknown>> };

/** Time, and at most one thing that happened. */
export type Input =
  | { type: "time"; nowMs: number }
  | { type: "event"; nowMs: number; event: FactEvent }
  | { type: "settled"; nowMs: number; stepId: string; visit: number; settlement: Settlement }
  | { type: "engaged"; nowMs: number; stepId: string; visit: number; how: "clicked" | "opened" | "replied" }
  | { type: "task"; nowMs: number; stepId: string; visit: number; outcome: string }
  /** Somebody or a rule outside the journey ends it: stop, merge, unsubscribe. */
  | { type: "leave"; nowMs: number; outcome: "stopped" | "merged" | "withdrawn" | "graceful"; code: string };
