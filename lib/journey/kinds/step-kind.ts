import type { Facts } from "@/lib/audience/facts";
import type { Action } from "@/lib/journey/action";
import type { DecisionCode } from "@/lib/journey/decision-codes";
import type { Outcome, Wait } from "@/lib/journey/enrollment";
import type { Input } from "@/lib/journey/input";
import type { ConfigOf, KindName } from "@/lib/journey/kinds/config";

/** What a step sees when it is asked what to do. */
export interface Scene {
  enrollmentId: string;
  stepId: string;
  stepName: string;
  visit: number;
  enteredAtMs: number;
  nowMs: number;
  /** Null on arrival; afterwards what the step itself answered. */
  wait: Wait | null;
  /** What happens at this moment, or null when it has already moved somebody. */
  input: Input | null;
  facts: Facts;
  context: Readonly<Record<string, unknown>>;
  /** Walks the journey, is never contacted (RULES S24). */
  heldOut: boolean;
}

interface Said {
  actions?: readonly Action[];
  /** Recorded as a decision when present. */
  code?: DecisionCode;
  detail?: Readonly<Record<string, unknown>>;
}

/** What a step wants. `ports` are in order of preference: the first that has a path is taken. */
export type Turn =
  | ({ type: "follow"; ports: readonly string[] } & Said)
  /** `lookAtMs`: when to ask again though nothing happened; null = only an input can end it. */
  | ({ type: "wait"; wait: Wait; lookAtMs: number | null } & Said)
  | ({ type: "exit"; outcome: Outcome } & Said);

/** Settings by kind; an indexed type, so that a kind and its settings stay a pair. */
export type Configs = { [K in KindName]: ConfigOf<K> };

/** The behaviour of a kind. Its settings are parsed by the schema of the same name in `config.ts`. */
export interface StepKind<K extends KindName> {
  ports(config: Configs[K]): readonly string[];
  decide(config: Configs[K], scene: Scene): Turn;
}

/** Names a touchpoint for ever, so that a retry is the same touchpoint. */
export function touchpointKey(scene: Scene, channel: string): string {
  return `${scene.enrollmentId}:${scene.stepId}:${scene.visit}:${channel}`;
}
