import type { Facts } from "@/lib/audience/facts";
import type { Action, Decision, Move } from "@/lib/journey/action";
import type { Enrollment } from "@/lib/journey/enrollment";
import type { Input } from "@/lib/journey/input";
import type { Plan } from "@/lib/journey/plan";
import { type Walk, walkOn } from "@/lib/journey/walk";

/** Timers one call catches up on after a standstill; beyond that the subject's clock jumps to the input's. */
const CATCH_UP_MAX = 100;

export interface Advanced {
  enrollment: Enrollment;
  actions: Action[];
  decisions: Decision[];
  moves: Move[];
}

/**
 * Move one subject as far as it goes. Pure: the same arguments give the same answer.
 *
 * `input.nowMs` is the effective time: when an event was received, or now. Timers due before it act first, at
 * their own time (RULES S10). At each moment: journey exit, state exit, the step's own wait, state timeout, then
 * forward. Actions are to be carried out in order. `facts.events` holds the input's event too.
 */
export function advance(plan: Plan, enrollment: Enrollment, input: Input, facts: Facts): Advanced {
  const advanced: Advanced = { enrollment, actions: [], decisions: [], moves: [] };
  if (enrollment.status === "exited") return advanced;
  let known = facts;
  for (let round = 0; round < CATCH_UP_MAX; round++) {
    const { dueAtMs } = advanced.enrollment;
    if (dueAtMs === null || dueAtMs >= input.nowMs) break;
    known = step(plan, advanced, { type: "time", nowMs: dueAtMs }, known);
    if (advanced.enrollment.status === "exited") return advanced;
  }
  const { dueAtMs } = advanced.enrollment;
  const hasCaughtUp =
    input.type === "time" && advanced.enrollment !== enrollment && (dueAtMs === null || dueAtMs > input.nowMs);
  if (!hasCaughtUp) step(plan, advanced, input, known);
  return advanced;
}

/** One moment. Appends what came of it and returns the facts as updates left them. */
function step(plan: Plan, advanced: Advanced, input: Input, facts: Facts): Facts {
  const before = advanced.enrollment;
  // A clock that runs behind never makes a stay negative.
  const nowMs = Math.max(input.nowMs, before.stepEnteredAtMs);
  const walk: Walk = {
    plan,
    nowMs,
    isTimer: input.type === "time",
    input,
    facts,
    enrollment: { ...before },
    actions: [],
    decisions: [],
    moves: [],
    lookAtMs: null,
    hops: 0,
    stageChanged: false,
  };
  if (isNew(before)) {
    walk.decisions.push(entered(plan, before));
    walk.moves.push({
      fromStepId: null,
      port: "enter",
      toStepId: before.stepId,
      visit: 1,
      atMs: before.enteredAtMs,
      dwellMs: 0,
    });
  }
  if (!walkOn(walk)) {
    const { stepId } = before;
    advanced.enrollment = { ...before, dueAtMs: null };
    advanced.decisions.push({
      stepId,
      visit: before.visits[stepId] ?? 1,
      code: "loop",
      port: null,
      detail: { hops: walk.hops },
      atMs: nowMs,
    });
    return facts;
  }
  advanced.enrollment = walk.enrollment;
  advanced.actions.push(...walk.actions);
  advanced.decisions.push(...walk.decisions);
  advanced.moves.push(...walk.moves);
  return walk.facts;
}

function entered({ document }: Plan, { stepId, enteredAtMs, heldOut, variant }: Enrollment): Decision {
  const { trigger } = document.entry;
  const event = trigger.type === "event" ? trigger.event : null;
  return {
    stepId,
    visit: 1,
    code: "entered",
    port: null,
    detail: { start: trigger.type, event, heldOut, variant },
    atMs: enteredAtMs,
  };
}

/** As `beginEnrollment` made it: between inputs everybody else waits for something. */
function isNew({ wait, visits, stepId, stepEnteredAtMs, enteredAtMs }: Enrollment): boolean {
  if (wait !== null || stepEnteredAtMs !== enteredAtMs || visits[stepId] !== 1) return false;
  return Object.keys(visits).length === 1;
}
