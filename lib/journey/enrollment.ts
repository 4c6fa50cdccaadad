/** One subject's passage through one version: always in exactly one place. */
export interface Enrollment {
  id: string;
  journeyId: string;
  versionId: string;
  subjectId: string;
  status: "active" | "exited";
  stateId: string;
  stepId: string;
  enteredAtMs: number;
  stateEnteredAtMs: number;
  /** The state's timeout has acted since the state was entered; it acts once per stay (RULES S26). */
  stateTimedOut: boolean;
  stepEnteredAtMs: number;
  /** How often each step was visited, the current visit included. */
  visits: Readonly<Record<string, number>>;
  /** What the current step is waiting for; null between inputs only when exited. */
  wait: Wait | null;
  /** When to look again even if nothing happens; null when only an input can move it. */
  dueAtMs: number | null;
  outcome: Outcome | null;
  exitedAtMs: number | null;
  heldOut: boolean;
  variant: string | null;
  /** Properties of what started it; readable by rules as `of: context` and by Liquid as `context`. */
  context: Readonly<Record<string, unknown>>;
  /** Milestones reached and when. */
  milestones: Readonly<Record<string, number>>;
}

export type Outcome = "success" | "graceful" | "stopped" | "merged" | "withdrawn";

export type Wait =
  /** A timer, a rule or an event: the step's own `decide` says what ends it. */
  | { type: "step"; untilMs: number | null }
  /** A message asked for and not yet settled by gate and provider (RULES S11). */
  | { type: "settlement" }
  /** Accepted by the provider; engagement is awaited until the window ends (RULES S7). */
  | { type: "engagement"; untilMs: number; opened: boolean }
  | { type: "task"; lateAtMs: number }
  /** Held at a state's border until its entry criteria are met (RULES S26); `port` is the one it came out of. */
  | { type: "border"; stepId: string; port: string }
  /** The port leads nowhere: only an exit, a timeout or another version moves it on. */
  | { type: "stuck"; port: string };
