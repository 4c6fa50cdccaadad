import { exitOf } from "@/lib/engine/exit-of";
import { performActions } from "@/lib/engine/perform-actions";
import type { TickScope } from "@/lib/engine/scope";
import { type ActiveEnrollment, type Subject, factsOf, markChanged, pastKey } from "@/lib/engine/subject";
import { advance } from "@/lib/journey/advance";
import type { Input } from "@/lib/journey/input";
import type { Plan } from "@/lib/journey/plan";
import { overlays } from "@/lib/journey/stages";

/** A core that asked to be woken at once, again, without moving would spin; it is asked again after this. */
const SPIN_PAUSE_MS = 60_000;

/** Give one enrollment one input, and take over what came of it. */
export function moveEnrollment(scope: TickScope, subject: Subject, active: ActiveEnrollment, input: Input): void {
  const plan = scope.live.plan(active.enrollment.versionId);
  if (!plan || active.enrollment.status !== "active") return;
  const before = active.enrollment;
  const result = advance(plan, before, input, factsOf(subject));
  active.enrollment = result.enrollment;
  if (
    input.type === "time" &&
    result.moves.length === 0 &&
    result.enrollment.dueAtMs !== null &&
    result.enrollment.dueAtMs <= input.nowMs
  ) {
    active.enrollment = { ...result.enrollment, dueAtMs: scope.nowMs + SPIN_PAUSE_MS };
  }
  record(scope, subject, active, result);
  noteStage(scope, subject, active, plan, input);
  if (active.enrollment.status === "exited") leave(scope, subject, active);
  performActions(scope, subject, active, plan, result.actions, input.nowMs);
}

function record(
  scope: TickScope,
  subject: Subject,
  active: ActiveEnrollment,
  result: ReturnType<typeof advance>,
): void {
  const { writes } = scope;
  const { id: enrollmentId, journeyId, versionId, heldOut } = active.enrollment;
  writes.enrollments.set(enrollmentId, active);
  for (const move of result.moves)
    writes.addMove({ ...move, enrollmentId, journeyId, versionId, subjectId: subject.id }, heldOut);
  for (const decision of result.decisions)
    writes.decisions.push({ ...decision, subjectId: subject.id, enrollmentId, journeyId, versionId });
}

function leave(scope: TickScope, subject: Subject, active: ActiveEnrollment): void {
  const { enrollment, entryKey } = active;
  subject.active = subject.active.filter((one) => one !== active);
  const past = subject.past.get(pastKey(enrollment.journeyId, entryKey));
  subject.past.set(pastKey(enrollment.journeyId, entryKey), {
    entries: Math.max(1, past?.entries ?? 0),
    lastExitAtMs: enrollment.exitedAtMs,
  });
  scope.writes.addOutcome({
    versionId: enrollment.versionId,
    stepId: enrollment.stepId,
    outcome: exitOf(enrollment.outcome),
    heldOut: enrollment.heldOut,
    atMs: enrollment.exitedAtMs ?? scope.nowMs,
  });
}

/** Only the lifecycle writes an account's stage (RULES S13); who leaves it without success is in none. */
function noteStage(scope: TickScope, subject: Subject, active: ActiveEnrollment, plan: Plan, input: Input): void {
  const { journeyId, stateId, stateEnteredAtMs, stateTimedOut, status, outcome, exitedAtMs } = active.enrollment;
  if (!subject.account) return;
  if (!scope.live.byJourney.get(journeyId)?.isLifecycle) return noteOverlay(subject, active, plan);
  const isLost = status === "exited" && outcome !== "success";
  const stage = isLost ? null : (plan.states.get(stateId)?.stage ?? subject.account.stage);
  if (subject.account.stage === stage) return;
  const manner = subject.account.stage === null ? "placed" : stateTimedOut && input.type === "time" ? "late" : "met";
  const atMs = isLost ? (exitedAtMs ?? input.nowMs) : stateEnteredAtMs;
  subject.account = { ...subject.account, stage, stage_entered_at: isLost ? null : new Date(atMs) };
  markChanged(subject);
  scope.writes.stages.push({ accountId: subject.id, stage, atMs, manner });
}

/** Overlays stand beside the stage for as long as their journey has the account (RULES S2). */
function noteOverlay(subject: Subject, active: ActiveEnrollment, plan: Plan): void {
  const { stateId, status, enteredAtMs } = active.enrollment;
  const stage = plan.states.get(stateId)?.stage;
  if (!subject.account || !overlays.some((one) => one.id === stage) || !stage) return;
  const isIn = stage in subject.account.overlays;
  if (isIn === (status === "active")) return;
  const { [stage]: _, ...others } = subject.account.overlays;
  const since = { [stage]: new Date(enteredAtMs).toISOString() };
  subject.account = { ...subject.account, overlays: isIn ? others : { ...others, ...since } };
  markChanged(subject);
}
