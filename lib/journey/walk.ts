import { explainRule } from "@/lib/audience/evaluate-rule";
import type { Facts } from "@/lib/audience/facts";
import { hasHappened, matchesWhen } from "@/lib/audience/matches-when";
import { nextChangeAt } from "@/lib/audience/next-change-at";
import type { Action, Decision, Move } from "@/lib/journey/action";
import type { DecisionCode } from "@/lib/journey/decision-codes";
import type { Enrollment, Outcome } from "@/lib/journey/enrollment";
import type { Input } from "@/lib/journey/input";
import type { Scene, Turn } from "@/lib/journey/kinds/step-kind";
import type { Plan, PlanCondition, PlanExit, PlanState, PlanStep } from "@/lib/journey/plan";
import { updateFacts } from "@/lib/journey/update-traits";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Steps one subject may pass in one moment. Beyond it nothing moves and `loop` is recorded (RULES S26). */
export const HOPS_MAX = 50;
/** A second stage change in one moment waits this long: one stage per evaluation (RULES S13). */
const NEXT_STAGE_AFTER_MS = 60_000;

/** One subject at one moment, being moved. Lives only inside a call of `advance`. */
export interface Walk {
  readonly plan: Plan;
  readonly nowMs: number;
  /** Nothing happened but time. At the same instant events come before timers (RULES S10). */
  readonly isTimer: boolean;
  /** Null once it has moved somebody: one thing that happens moves a subject once. */
  input: Input | null;
  facts: Facts;
  readonly enrollment: Writable<Enrollment>;
  readonly actions: Action[];
  readonly decisions: Decision[];
  readonly moves: Move[];
  /** When the current step wants to be asked again. */
  lookAtMs: number | null;
  hops: number;
  stageChanged: boolean;
}

/** Move the subject as far as it goes at this moment. False when it went round in circles. */
export function walkOn(walk: Walk): boolean {
  const { enrollment } = walk;
  for (;;) {
    if (walk.hops > HOPS_MAX) return false;
    if (enrollment.wait === null && isExit(walk)) {
      act(walk);
      return true;
    }
    if (leaveByInput(walk) || leaveByExit(walk)) return true;
    if (leaveState(walk)) continue;
    const isArriving = enrollment.wait === null;
    if (isArriving && walk.isTimer && timeOut(walk)) continue;
    const moved = isArriving ? act(walk) : resume(walk);
    if (enrollment.status === "exited") return true;
    if (moved || (!isArriving && timeOut(walk))) continue;
    enrollment.dueAtMs = nextLookAt(walk);
    return true;
  }
}

function decide(walk: Walk, code: DecisionCode, port: string | null, detail: Readonly<Record<string, unknown>>): void {
  const { enrollment, nowMs } = walk;
  const { stepId } = enrollment;
  walk.decisions.push({ stepId, visit: enrollment.visits[stepId] ?? 1, code, port, detail, atMs: nowMs });
}

function isExit({ plan, enrollment }: Walk): boolean {
  return plan.steps.get(enrollment.stepId)?.kind === "exit";
}

function eventOf(walk: Walk) {
  return walk.input?.type === "event" ? walk.input.event : null;
}

function stateOf(walk: Walk): PlanState | null {
  return walk.plan.states.get(walk.enrollment.stateId) ?? null;
}

function reasonOf(walk: Walk, { id, name, when }: PlanCondition): Record<string, unknown> {
  if (when.type === "event") return { id, name, event: when.event };
  return { id, name, because: explainRule(when.rule, walk.facts, walk.enrollment.context, walk.nowMs) };
}

function end(walk: Walk, outcome: Outcome, code: string): void {
  const { enrollment } = walk;
  enrollment.status = "exited";
  enrollment.outcome = outcome;
  enrollment.exitedAtMs = walk.nowMs;
  enrollment.wait = null;
  enrollment.dueAtMs = null;
  walk.actions.push({ type: "release", stateId: null, code });
}

/** Leave from where the subject stands, without an exit step. */
function leave(walk: Walk, outcome: Outcome, port: string): void {
  const { enrollment, nowMs } = walk;
  const { stepId, stepEnteredAtMs } = enrollment;
  walk.moves.push({
    fromStepId: stepId,
    port,
    toStepId: "",
    visit: enrollment.visits[stepId] ?? 1,
    atMs: nowMs,
    dwellMs: nowMs - stepEnteredAtMs,
  });
  end(walk, outcome, port);
}

function leaveByInput(walk: Walk): boolean {
  const { input } = walk;
  if (input?.type !== "leave") return false;
  decide(walk, `left_${input.outcome}`, "leave", { because: input.code });
  leave(walk, input.outcome, "leave");
  return true;
}

function leaveByExit(walk: Walk): boolean {
  const { plan, facts, enrollment, nowMs } = walk;
  for (const exit of plan.exits) {
    if (!matchesWhen(exit.when, eventOf(walk), facts, enrollment.context, nowMs)) continue;
    decide(walk, "journey_exit", `exit:${exit.id}`, { ...reasonOf(walk, exit), outcome: exit.outcome });
    leave(walk, exit.outcome, `exit:${exit.id}`);
    return true;
  }
  return false;
}

function hasActed(walk: Walk, exit: PlanExit): boolean {
  return exit.isInside && exit.when.type === "rule" && walk.enrollment.visits[exit.then.id] !== undefined;
}

/** The first exit criterion that is met wins; a border it cannot cross is waited at once. */
function leaveState(walk: Walk): boolean {
  const { enrollment, facts, nowMs } = walk;
  const state = stateOf(walk);
  if (state === null || (walk.stageChanged && state.stage !== null)) return false;
  for (const exit of state.exits) {
    const isAtItsBorder = enrollment.wait?.type === "border" && enrollment.wait.stepId === exit.then.id;
    if (isAtItsBorder || hasActed(walk, exit)) continue;
    if (!matchesWhen(exit.when, eventOf(walk), facts, enrollment.context, nowMs)) continue;
    const port = `exit:${exit.id}`;
    decide(walk, "state_exit", port, { ...reasonOf(walk, exit), state: state.name });
    const moved = cross(walk, port, exit.then);
    if (moved && state.stage !== null && exit.then.stateId !== state.id) walk.stageChanged = true;
    return moved;
  }
  return false;
}

function timeOut(walk: Walk): boolean {
  const { enrollment, nowMs } = walk;
  const state = stateOf(walk);
  if (state?.timeout == null || enrollment.stateTimedOut) return false;
  const { afterMs, then } = state.timeout;
  if (nowMs < enrollment.stateEnteredAtMs + afterMs) return false;
  decide(walk, "state_timeout", "timeout", { state: state.name, afterMs });
  enrollment.stateTimedOut = true;
  // A timeout is the way out of a border too, so it asks no entry criteria.
  moveTo(walk, "timeout", then);
  return true;
}

/** Follow a path over a state's border if there is one and its entry criteria hold; else wait there. */
function cross(walk: Walk, port: string, target: PlanStep): boolean {
  const { enrollment, facts, nowMs } = walk;
  if (target.stateId !== enrollment.stateId) {
    const state = walk.plan.states.get(target.stateId);
    const unmet = state?.entryCriteria.find(
      (criterion) => !hasHappened(criterion.when, facts, enrollment.context, nowMs),
    );
    if (state !== undefined && unmet !== undefined) {
      const { wait } = enrollment;
      if (wait?.type !== "border" || wait.stepId !== target.id)
        decide(walk, "border", port, { ...reasonOf(walk, unmet), state: state.name });
      enrollment.wait = { type: "border", stepId: target.id, port };
      walk.lookAtMs = soonest(walk, state.entryCriteria);
      return false;
    }
  }
  moveTo(walk, port, target);
  return true;
}

function moveTo(walk: Walk, port: string, target: PlanStep): void {
  const { enrollment, nowMs } = walk;
  const visit = (enrollment.visits[target.id] ?? 0) + 1;
  const dwellMs = nowMs - enrollment.stepEnteredAtMs;
  walk.moves.push({ fromStepId: enrollment.stepId, port, toStepId: target.id, visit, atMs: nowMs, dwellMs });
  if (target.stateId !== enrollment.stateId) {
    // An exit step releases everything itself.
    if (target.kind !== "exit") walk.actions.push({ type: "release", stateId: enrollment.stateId, code: port });
    enrollment.stateId = target.stateId;
    enrollment.stateEnteredAtMs = nowMs;
    enrollment.stateTimedOut = false;
  }
  enrollment.stepId = target.id;
  enrollment.stepEnteredAtMs = nowMs;
  enrollment.visits = { ...enrollment.visits, [target.id]: visit };
  enrollment.wait = null;
  walk.lookAtMs = null;
  walk.input = null;
  walk.hops++;
}

/** Ask the step; true when the subject moved on. */
function act(walk: Walk): boolean {
  const { enrollment, plan } = walk;
  const step = plan.steps.get(enrollment.stepId);
  if (step === undefined) {
    decide(walk, "step_missing", null, {});
    enrollment.wait = { type: "stuck", port: "" };
    return false;
  }
  if (step.isOff && step.ports.length > 0) return follow(walk, step, step.ports, "off", { kind: step.kind });
  return carryOut(walk, step, step.decide(sceneOf(walk, step)));
}

function sceneOf(walk: Walk, step: PlanStep): Scene {
  const { enrollment } = walk;
  return {
    enrollmentId: enrollment.id,
    stepId: step.id,
    stepName: step.name,
    visit: enrollment.visits[step.id] ?? 1,
    enteredAtMs: enrollment.stepEnteredAtMs,
    nowMs: walk.nowMs,
    wait: enrollment.wait,
    input: walk.input,
    facts: walk.facts,
    context: enrollment.context,
    heldOut: enrollment.heldOut,
  };
}

function carryOut(walk: Walk, step: PlanStep, turn: Turn): boolean {
  const { enrollment, nowMs } = walk;
  for (const action of turn.actions ?? []) {
    walk.actions.push(action);
    if (action.type === "update") walk.facts = updateFacts(walk.facts, action.config);
    if (action.type === "milestone" && enrollment.milestones[action.milestone] === undefined) {
      enrollment.milestones = { ...enrollment.milestones, [action.milestone]: nowMs };
    }
  }
  if (turn.type === "follow") return follow(walk, step, turn.ports, turn.code ?? null, turn.detail ?? {});
  if (turn.code !== undefined) decide(walk, turn.code, null, turn.detail ?? {});
  if (turn.type === "exit") {
    end(walk, turn.outcome, "exit");
    return false;
  }
  enrollment.wait = turn.wait;
  walk.lookAtMs = turn.lookAtMs;
  return false;
}

function follow(
  walk: Walk,
  step: PlanStep,
  ports: readonly string[],
  code: DecisionCode | null,
  detail: Readonly<Record<string, unknown>>,
): boolean {
  const port = ports.find((one) => step.next(one) !== null);
  const wanted = ports[0] ?? "next";
  if (code !== null) decide(walk, code, port ?? wanted, detail);
  const target = port === undefined ? null : step.next(port);
  if (port === undefined || target === null) {
    decide(walk, "dead_end", wanted, {});
    walk.enrollment.wait = { type: "stuck", port: wanted };
    walk.lookAtMs = null;
    return false;
  }
  return cross(walk, port, target);
}

/** The current wait, asked again. */
function resume(walk: Walk): boolean {
  const { enrollment, plan, input } = walk;
  const { wait, stepId } = enrollment;
  const isAwaited =
    input?.type === "task" &&
    wait?.type === "task" &&
    input.stepId === stepId &&
    input.visit === enrollment.visits[stepId];
  if (input?.type === "task" && !isAwaited) {
    walk.decisions.push({
      stepId: input.stepId,
      visit: input.visit,
      code: "task_after",
      port: null,
      detail: { outcome: input.outcome },
      atMs: walk.nowMs,
    });
    walk.input = null;
  }
  if (wait?.type === "border") {
    const target = plan.steps.get(wait.stepId);
    if (target !== undefined) return cross(walk, wait.port, target);
    enrollment.wait = { type: "stuck", port: wait.port };
  }
  if (wait?.type === "stuck") {
    const target = plan.steps.get(stepId)?.next(wait.port) ?? null;
    return target !== null && cross(walk, wait.port, target);
  }
  return wait?.type === "border" ? false : act(walk);
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function soonest(walk: Walk, conditions: Iterable<PlanCondition>): number | null {
  let atMs: number | null = null;
  for (const { when, changesWithTime } of conditions) {
    if (!changesWithTime || when.type !== "rule") continue;
    atMs = earlier(atMs, nextChangeAt(when.rule, walk.facts, walk.nowMs, walk.enrollment.context));
  }
  return atMs;
}

function nextLookAt(walk: Walk): number | null {
  const { enrollment, plan, nowMs } = walk;
  const state = stateOf(walk);
  let atMs = earlier(walk.lookAtMs, soonest(walk, plan.exits));
  if (state === null) return atMs;
  atMs = earlier(atMs, soonest(walk, state.exits));
  if (state.timeout !== null && !enrollment.stateTimedOut)
    atMs = earlier(atMs, enrollment.stateEnteredAtMs + state.timeout.afterMs);
  return walk.stageChanged ? earlier(atMs, nowMs + NEXT_STAGE_AFTER_MS) : atMs;
}
