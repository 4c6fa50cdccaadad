import type { MessageToWrite } from "@/db/queries/tick/write-messages";
import { considerReservation } from "@/lib/engine/consider-reservation";
import { askAccount, decideMessage } from "@/lib/engine/decide-message";
import { moveEnrollment } from "@/lib/engine/move-enrollment";
import { recipientsOf } from "@/lib/engine/recipients-of";
import type { TickScope } from "@/lib/engine/scope";
import type { ActiveEnrollment, Subject } from "@/lib/engine/subject";
import type { Action } from "@/lib/journey/action";
import type { Plan } from "@/lib/journey/plan";
import { isGuarded } from "@/lib/policy/gate";
import type { GateRequest } from "@/lib/policy/gate-types";

type Send = Extract<Action, { type: "send" }>;

/** A message step was reached: make its record and ask the owners of the limits, the account's first (RULES S4). */
export function askForMessage(
  scope: TickScope,
  subject: Subject,
  active: ActiveEnrollment,
  plan: Plan,
  action: Send,
): void {
  if (subject.kind === "account") addressMembers(scope, subject, active, plan, action);
  else askForPerson(scope, subject, active, plan, action);
}

function requestOf(scope: TickScope, plan: Plan, action: Send, key: string): GateRequest {
  const { config } = action;
  return {
    key,
    channel: config.channel,
    purpose: config.purpose,
    topic: config.topic,
    journeyId: plan.journeyId,
    priority: plan.document.priority,
    automated: config.owner === "system",
    staleAtMs: scope.nowMs + config.staleMs,
  };
}

function askForPerson(scope: TickScope, subject: Subject, active: ActiveEnrollment, plan: Plan, action: Send): void {
  const request = requestOf(scope, plan, action, action.key);
  const message = messageFor(scope, {
    request,
    messageId: scope.newId(),
    personId: subject.id,
    accountId: subject.person?.account_id ?? null,
    accountBucket: subject.person?.account_bucket ?? null,
    active,
    action,
    subjectId: subject.id,
  });
  scope.writes.messages.set(message.id, message);
  subject.open.set(message.id, message);
  if (message.accountId !== null && isGuarded(request)) askAccount(scope, message);
  else decideMessage(scope, subject, message);
}

/** An account's journey writes to people of the account; each is gated alone, in the bucket that owns them (RULES S18). */
function addressMembers(scope: TickScope, subject: Subject, active: ActiveEnrollment, plan: Plan, action: Send): void {
  const { enrollment } = active;
  const members = recipientsOf(subject.members, action.config.to);
  if (members.length === 0) {
    const settlement = { outcome: "not_sent", code: "no_recipient", detail: { to: action.config.to } } as const;
    moveEnrollment(scope, subject, active, {
      type: "settled",
      nowMs: scope.nowMs,
      stepId: action.stepId,
      visit: action.visit,
      settlement,
    });
    return;
  }
  for (const member of members) {
    const request = requestOf(
      scope,
      plan,
      action,
      members.length === 1 ? action.key : `${action.key}:${member.person_id}`,
    );
    const messageId = scope.newId();
    considerReservation(scope, subject, {
      accountId: subject.id,
      request,
      messageId,
      personId: member.person_id,
      personBucket: member.person_bucket,
      address: {
        request,
        messageId,
        accountId: subject.id,
        accountBucket: scope.bucket,
        journeyId: enrollment.journeyId,
        versionId: enrollment.versionId,
        enrollmentId: enrollment.id,
        stepId: action.stepId,
        visit: action.visit,
      },
      status: "waiting",
      reasonCode: null,
      dueAtMs: null,
      countedAtMs: null,
      askedAtMs: scope.nowMs,
    });
  }
}

function messageFor(
  scope: TickScope,
  of: {
    request: GateRequest;
    messageId: string;
    personId: string;
    accountId: string | null;
    accountBucket: number | null;
    active: ActiveEnrollment;
    action: Send;
    subjectId: string;
  },
): MessageToWrite {
  const { request, active, action } = of;
  return {
    id: of.messageId,
    key: request.key,
    personId: of.personId,
    accountId: of.accountId,
    accountBucket: of.accountBucket,
    journeyId: active.enrollment.journeyId,
    versionId: active.enrollment.versionId,
    enrollmentId: active.enrollment.id,
    subjectId: of.subjectId,
    subjectBucket: scope.bucket,
    stepId: action.stepId,
    visit: action.visit,
    channel: request.channel,
    purpose: request.purpose,
    topic: request.topic,
    priority: request.priority,
    isAutomated: request.automated,
    survivesExit: request.purpose === "transactional" || action.config.sendAnyway,
    status: "asking",
    dueAtMs: null,
    staleAtMs: request.staleAtMs,
    reasonCode: null,
    reasonDetail: {},
    countedAtMs: null,
    createdAtMs: scope.nowMs,
  };
}
