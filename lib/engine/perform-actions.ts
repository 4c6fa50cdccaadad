import { askForMessage } from "@/lib/engine/ask-for-message";
import { returnPlace } from "@/lib/engine/decide-message";
import { updateAccount, updatePerson } from "@/lib/engine/merge-traits";
import type { TickScope } from "@/lib/engine/scope";
import { type ActiveEnrollment, type Subject, markChanged } from "@/lib/engine/subject";
import { bucketOf } from "@/lib/hash/bucket-of";
import type { Action } from "@/lib/journey/action";
import type { Plan } from "@/lib/journey/plan";
import { updateTraits } from "@/lib/journey/update-traits";

const openStatuses: ReadonlySet<string> = new Set(["asking", "held", "queued"]);

/** Turn what the core asked for into rows, or into letters to the bucket that owns the decision. */
export function performActions(
  scope: TickScope,
  subject: Subject,
  active: ActiveEnrollment,
  plan: Plan,
  actions: readonly Action[],
  atMs: number,
): void {
  for (const action of actions) {
    switch (action.type) {
      case "send":
        askForMessage(scope, subject, active, plan, action);
        break;
      case "webhook":
        addWebhook(scope, subject, active, action);
        break;
      case "task":
        addTask(scope, subject, active, plan, action, atMs);
        break;
      case "update":
        update(scope, subject, active, action, atMs);
        break;
      case "milestone":
        scope.writes.addOutcome({
          versionId: active.enrollment.versionId,
          stepId: action.stepId,
          outcome: action.isGoal ? "goal" : "milestone",
          heldOut: active.enrollment.heldOut,
          atMs,
        });
        break;
      case "release":
        scope.writes.releases.push({ enrollmentId: active.enrollment.id, code: action.code });
        releaseMessages(scope, subject, active.enrollment.id, action.code);
        break;
    }
  }
}

/** What this very tick had asked for is taken back in memory; rows of earlier ticks are when the tick writes. */
function releaseMessages(scope: TickScope, subject: Subject, enrollmentId: string, code: string): void {
  scope.writes.releases.push({ enrollmentId, code });
  for (const message of scope.writes.messages.values()) {
    if (message.enrollmentId !== enrollmentId || message.survivesExit || !openStatuses.has(message.status)) continue;
    Object.assign(message, { status: "cancelled", reasonCode: code, dueAtMs: null, countedAtMs: null });
    returnPlace(scope, message);
  }
  for (const [id, message] of subject.open)
    if (message.enrollmentId === enrollmentId && !message.survivesExit) subject.open.delete(id);
  scope.writes.tasks = scope.writes.tasks.filter((task) => task.enrollmentId !== enrollmentId || task.keepOpen);
}

function addWebhook(
  scope: TickScope,
  subject: Subject,
  active: ActiveEnrollment,
  action: Extract<Action, { type: "webhook" }>,
): void {
  const { enrollment } = active;
  const id = scope.newId();
  scope.writes.messages.set(id, {
    id,
    key: action.key,
    personId: subject.id,
    accountId: subject.account?.id ?? subject.person?.account_id ?? null,
    accountBucket: null,
    journeyId: enrollment.journeyId,
    versionId: enrollment.versionId,
    enrollmentId: enrollment.id,
    subjectId: subject.id,
    subjectBucket: scope.bucket,
    stepId: action.stepId,
    visit: action.visit,
    channel: "webhook",
    purpose: "service",
    topic: "webhook",
    priority: 50,
    isAutomated: true,
    survivesExit: false,
    status: "queued",
    dueAtMs: scope.nowMs,
    staleAtMs: null,
    reasonCode: null,
    reasonDetail: {},
    countedAtMs: null,
    createdAtMs: scope.nowMs,
  });
}

function addTask(
  scope: TickScope,
  subject: Subject,
  active: ActiveEnrollment,
  plan: Plan,
  action: Extract<Action, { type: "task" }>,
  atMs: number,
): void {
  const { enrollment } = active;
  const { config } = action;
  const accountOwner =
    subject.account?.owner_id ?? (subject.person?.account_traits?.ownerId as string | null | undefined) ?? null;
  const ownerId = (config.owner.type === "user" ? config.owner.userId : accountOwner) ?? config.fallbackUserId ?? null;
  const step = plan.steps.get(action.stepId);
  scope.writes.tasks.push({
    id: scope.newId(),
    key: action.key,
    subjectId: subject.id,
    accountId: subject.account?.id ?? subject.person?.account_id ?? null,
    personId: subject.person?.id ?? null,
    journeyId: enrollment.journeyId,
    versionId: enrollment.versionId,
    enrollmentId: enrollment.id,
    stepId: action.stepId,
    visit: action.visit,
    type: config.type,
    title: config.title || step?.name || "Task",
    notes: config.notes,
    ownerId,
    dueAtMs: action.dueAtMs,
    keepOpen: config.keepOpen,
    cause: `${plan.document.name}: ${step?.name ?? action.stepId}`,
    createdAtMs: atMs,
  });
  scope.writes.addOutcome({
    versionId: enrollment.versionId,
    stepId: action.stepId,
    outcome: "task",
    heldOut: enrollment.heldOut,
    atMs,
  });
}

function update(
  scope: TickScope,
  subject: Subject,
  active: ActiveEnrollment,
  action: Extract<Action, { type: "update" }>,
  atMs: number,
): void {
  const { of, set } = action.config;
  if (of === "account" && subject.person) {
    const accountId = subject.person.account_id;
    if (!accountId) return;
    const by = `journey:${active.enrollment.journeyId}`;
    scope.writes.letters.push({
      bucket: bucketOf(accountId),
      subjectId: accountId,
      dueAtMs: atMs,
      item: { kind: "update", set, by },
    });
    // Seen by this person's rules at once; the account's own bucket has the last word.
    subject.person = { ...subject.person, account_traits: updateTraits(subject.person.account_traits ?? {}, set) };
  } else if (subject.person) {
    subject.person = updatePerson(subject.person, set);
  } else if (subject.account) {
    subject.account = updateAccount(subject.account, set);
  }
  markChanged(subject);
}
