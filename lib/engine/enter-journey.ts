import { moveEnrollment } from "@/lib/engine/move-enrollment";
import type { LivePlan } from "@/lib/engine/plan-cache";
import type { TickScope } from "@/lib/engine/scope";
import { type ActiveEnrollment, type Subject, factsOf, pastKey } from "@/lib/engine/subject";
import { type Arrival, beginEnrollment, entryKey, mayEnter } from "@/lib/journey/enter";

/** Refusals nobody would ask about: the subject simply was not meant. They are not recorded. */
const silent: ReadonlySet<string> = new Set(["entry.other_trigger"]);

/** Ask whether the subject enters, record why not, or begin and take the first steps. */
export function enter(
  scope: TickScope,
  subject: Subject,
  journey: LivePlan,
  arrival: Omit<Arrival, "subjectId">,
): void {
  const { plan } = journey;
  if (plan.document.subject !== subject.kind) return;
  const facts = factsOf(subject);
  const key = entryKey(plan, arrival.event, { ...arrival.event?.properties, ...arrival.context }) ?? "";
  const active = subject.active.find((one) => one.enrollment.journeyId === journey.journeyId && one.entryKey === key);
  const past = subject.past.get(pastKey(journey.journeyId, key));
  const answer = mayEnter(plan, { ...arrival, subjectId: subject.id }, facts, {
    active: active !== undefined,
    lastExitAtMs: past?.lastExitAtMs ?? null,
    entries: past?.entries ?? 0,
    heldBy: holderOf(scope, subject, journey),
  });
  if (journey.isPaused && answer.enter) return refuse(scope, subject, journey, "entry.paused", {}, arrival.nowMs);
  if (!answer.enter) {
    if (!silent.has(answer.code)) refuse(scope, subject, journey, answer.code, answer.detail, arrival.nowMs);
    return;
  }
  if (active)
    moveEnrollment(scope, subject, active, {
      type: "leave",
      nowMs: arrival.nowMs,
      outcome: "graceful",
      code: "restart",
    });
  const begun: ActiveEnrollment = {
    entryKey: answer.key,
    enrollment: beginEnrollment(plan, {
      id: scope.newId(),
      subjectId: subject.id,
      nowMs: arrival.nowMs,
      context: answer.context,
      variant: answer.variant,
      heldOut: answer.heldOut,
    }),
  };
  subject.active.push(begun);
  const entries = (subject.past.get(pastKey(journey.journeyId, answer.key))?.entries ?? 0) + 1;
  subject.past.set(pastKey(journey.journeyId, answer.key), { entries, lastExitAtMs: past?.lastExitAtMs ?? null });
  moveEnrollment(scope, subject, begun, { type: "time", nowMs: arrival.nowMs });
}

/** Another journey of the same exclusion group that holds the subject with the same or a higher priority (RULES S10). */
function holderOf(
  scope: TickScope,
  subject: Subject,
  { journeyId, plan }: LivePlan,
): { journeyId: string; name: string } | null {
  const group = plan.document.exclusionGroup;
  if (!group) return null;
  for (const { enrollment } of subject.active) {
    const other = scope.live.plan(enrollment.versionId)?.document;
    if (
      enrollment.journeyId !== journeyId &&
      other?.exclusionGroup === group &&
      other.priority >= plan.document.priority
    ) {
      return { journeyId: enrollment.journeyId, name: other.name };
    }
  }
  return null;
}

function refuse(
  scope: TickScope,
  subject: Subject,
  journey: LivePlan,
  code: string,
  detail: Readonly<Record<string, unknown>>,
  atMs: number,
): void {
  const { journeyId, plan } = journey;
  scope.writes.decisions.push({
    subjectId: subject.id,
    enrollmentId: null,
    journeyId,
    versionId: plan.versionId,
    stepId: null,
    visit: 0,
    code,
    port: null,
    detail,
    atMs,
  });
}
