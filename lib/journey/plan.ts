import type { CompiledRule } from "@/lib/audience/compile-rule";
import type { When } from "@/lib/audience/rule";
import type { JourneyDocument, Step } from "@/lib/journey/document";
import type { KindName } from "@/lib/journey/kinds/config";
import type { Scene, Turn } from "@/lib/journey/kinds/step-kind";

export interface PlanStep {
  id: string;
  name: string;
  kind: KindName;
  stateId: string;
  step: Step;
  isOff: boolean;
  ports: readonly string[];
  /** Where the port leads; null when it leads nowhere. */
  next(port: string): PlanStep | null;
  decide(scene: Scene): Turn;
}

/** A condition compiled once. */
export interface PlanCondition {
  id: string;
  name: string;
  when: When;
  /** Can it come true by time alone (RULES S12)? */
  changesWithTime: boolean;
}

export interface PlanExit extends PlanCondition {
  then: PlanStep;
  /** Leads inside its own state without ending the journey, so a rule that stays true acts once. */
  isInside: boolean;
}

export interface PlanState {
  id: string;
  name: string;
  stage: string | null;
  entryCriteria: readonly PlanCondition[];
  exits: readonly PlanExit[];
  timeout: { afterMs: number; then: PlanStep } | null;
}

/** What the engine must know to wake people and to load what their rules ask. */
export interface Interests extends Omit<CompiledRule, "changesWithTime"> {
  /** Names that may start the journey. `events` holds these and every name that can move somebody inside. */
  entryEvents: string[];
  /** Names an event wait, exit or criterion listens to: hand them to `advance` as they come. */
  waitEvents: string[];
}

/** A version ready to run: parsed once, kept by version, which never changes. */
export interface Plan {
  journeyId: string;
  versionId: string;
  document: JourneyDocument;
  entry: PlanStep | null;
  steps: ReadonlyMap<string, PlanStep>;
  states: ReadonlyMap<string, PlanState>;
  exits: readonly (PlanCondition & { outcome: "success" | "graceful" })[];
  interests: Interests;
}
