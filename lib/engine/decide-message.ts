import type { MessageToWrite } from "@/db/queries/tick/write-messages";
import type { InboxItem } from "@/lib/contract/inbox-item";
import { moveEnrollment } from "@/lib/engine/move-enrollment";
import type { TickScope } from "@/lib/engine/scope";
import { type Subject, zoneOf } from "@/lib/engine/subject";
import { gatePerson, isGuarded } from "@/lib/policy/gate";
import type { GateRequest, Reason, Verdict } from "@/lib/policy/gate-types";

/** An account that has not answered by then is asked again; asking twice is harmless. */
const ASK_AGAIN_MS = 10 * 60_000;
/** A hold without an end, such as an open escalation, is looked at again at least this often. */
const LOOK_AGAIN_MS = 60 * 60_000;

export function requestOfMessage(message: MessageToWrite): GateRequest {
  return {
    key: message.key,
    channel: message.channel as GateRequest["channel"],
    purpose: message.purpose as GateRequest["purpose"],
    topic: message.topic,
    journeyId: message.journeyId,
    priority: message.priority,
    automated: message.isAutomated,
    staleAtMs: message.staleAtMs ?? Number.MAX_SAFE_INTEGER,
  };
}

/** First hop: may this touchpoint use one of the account's places? */
export function askAccount(scope: TickScope, message: MessageToWrite): void {
  if (message.accountId === null || message.accountBucket === null) return;
  const request = requestOfMessage(message);
  const item: InboxItem = {
    kind: "reserve",
    request,
    messageId: message.id,
    personId: message.personId,
    personBucket: scope.bucket,
  };
  scope.writes.letters.push({
    bucket: message.accountBucket,
    subjectId: message.accountId,
    dueAtMs: scope.nowMs,
    item,
  });
  Object.assign(message, {
    status: message.status === "held" ? "held" : "asking",
    dueAtMs: scope.nowMs + ASK_AGAIN_MS,
  });
  scope.writes.messages.set(message.id, message);
}

/** Second hop: the person's own limits decide, and the decision is recorded with its reason. */
export function decideMessage(scope: TickScope, subject: Subject, message: MessageToWrite): void {
  const facts = {
    consent: subject.consent,
    region: subject.person?.region ?? null,
    zone: zoneOf(subject),
    reachable: isReachable(subject, message.channel),
    touches: subject.touches,
  };
  if (scope.live.byJourney.get(message.journeyId ?? "")?.isPaused) {
    applyVerdict(scope, subject, message, {
      verdict: "hold",
      untilMs: null,
      reason: { code: "journey.paused", detail: {} },
    });
    return;
  }
  applyVerdict(scope, subject, message, gatePerson(requestOfMessage(message), facts, scope.live.policy, scope.nowMs));
}

export function applyVerdict(
  scope: TickScope,
  subject: Subject,
  message: MessageToWrite,
  { verdict, reason, ...rest }: Verdict,
): void {
  const untilMs = "untilMs" in rest ? rest.untilMs : null;
  switch (verdict) {
    case "send":
      allow(scope, subject, message);
      break;
    case "hold":
    case "review":
      hold(scope, subject, message, reason, untilMs);
      break;
    case "drop":
      refuse(scope, subject, message, reason);
      break;
  }
}

function allow(scope: TickScope, subject: Subject, message: MessageToWrite): void {
  const counts = isGuarded(requestOfMessage(message));
  Object.assign(message, {
    status: "queued",
    dueAtMs: scope.nowMs,
    reasonCode: null,
    reasonDetail: {},
    countedAtMs: counts ? scope.nowMs : null,
  });
  if (counts) {
    const journeyName = scope.live.byJourney.get(message.journeyId ?? "")?.name ?? null;
    subject.touches.push({
      key: message.key,
      channel: message.channel,
      atMs: scope.nowMs,
      journeyId: message.journeyId,
      journeyName,
    });
  }
  subject.open.delete(message.id);
  decided(scope, message, "message.send", { channel: message.channel });
}

function hold(
  scope: TickScope,
  subject: Subject,
  message: MessageToWrite,
  reason: Reason,
  untilMs: number | null,
): void {
  const isNews = message.reasonCode !== reason.code;
  const dueAtMs = Math.min(untilMs ?? scope.nowMs + LOOK_AGAIN_MS, (message.staleAtMs ?? Number.MAX_SAFE_INTEGER) + 1);
  Object.assign(message, {
    status: "held",
    dueAtMs,
    reasonCode: reason.code,
    reasonDetail: { ...reason.detail, untilMs },
  });
  subject.open.set(message.id, message);
  scope.writes.messages.set(message.id, message);
  if (isNews)
    decided(scope, message, "message.hold", {
      channel: message.channel,
      reason: reason.code,
      ...reason.detail,
      untilMs,
    });
}

/** Dropped: the place goes back to the account, and the enrollment goes on through `not sent`. */
function refuse(scope: TickScope, subject: Subject, message: MessageToWrite, reason: Reason): void {
  Object.assign(message, {
    status: "dropped",
    dueAtMs: null,
    reasonCode: reason.code,
    reasonDetail: reason.detail,
    countedAtMs: null,
  });
  subject.open.delete(message.id);
  decided(scope, message, "message.drop", { channel: message.channel, reason: reason.code, ...reason.detail });
  returnPlace(scope, message);
  settle(scope, subject, message, reason);
}

export function returnPlace(scope: TickScope, message: MessageToWrite): void {
  if (message.accountId === null || message.accountBucket === null || !isGuarded(requestOfMessage(message))) return;
  scope.writes.letters.push({
    bucket: message.accountBucket,
    subjectId: message.accountId,
    dueAtMs: scope.nowMs,
    item: { kind: "returned", key: message.key },
  });
}

function settle(scope: TickScope, subject: Subject, message: MessageToWrite, reason: Reason): void {
  if (message.enrollmentId === null || message.stepId === null) return;
  const { enrollmentId, stepId, visit } = message;
  const settlement = { outcome: "not_sent", code: reason.code, detail: reason.detail } as const;
  if (message.subjectId === subject.id) {
    const active = subject.active.find((one) => one.enrollment.id === enrollmentId);
    if (active)
      moveEnrollment(scope, subject, active, { type: "settled", nowMs: scope.nowMs, stepId, visit, settlement });
    return;
  }
  const item: InboxItem = { kind: "settled", messageId: message.id, enrollmentId, stepId, visit, settlement };
  scope.writes.letters.push({
    bucket: message.subjectBucket,
    subjectId: message.subjectId,
    dueAtMs: scope.nowMs,
    item,
  });
}

function decided(scope: TickScope, message: MessageToWrite, code: string, detail: Record<string, unknown>): void {
  scope.writes.messages.set(message.id, message);
  const { enrollmentId, journeyId, versionId, stepId, visit } = message;
  scope.writes.decisions.push({
    subjectId: message.personId,
    enrollmentId,
    journeyId,
    versionId,
    stepId,
    visit,
    code,
    port: null,
    detail,
    atMs: scope.nowMs,
  });
  if (versionId && stepId)
    scope.writes.addOutcome({ versionId, stepId, outcome: code, heldOut: false, atMs: scope.nowMs });
}

function isReachable({ person }: Subject, channel: string): boolean {
  if (channel === "email") return Boolean(person?.email);
  if (channel === "sms" || channel === "whatsapp") return Boolean(person?.phone);
  if (channel === "push") return Boolean(person?.traits.pushToken);
  return true;
}
