import type { WaitingItem } from "@/db/queries/tick/read-inputs";
import { applyEvent } from "@/lib/engine/apply-event";
import { considerReservation } from "@/lib/engine/consider-reservation";
import { applyVerdict, askAccount, decideMessage, requestOfMessage } from "@/lib/engine/decide-message";
import { enter } from "@/lib/engine/enter-journey";
import { updateAccount } from "@/lib/engine/merge-traits";
import { moveEnrollment } from "@/lib/engine/move-enrollment";
import { arriveByDate, planDates } from "@/lib/engine/plan-dates";
import { refreshSegments } from "@/lib/engine/refresh-segments";
import type { TickScope } from "@/lib/engine/scope";
import { factsOf, type Subject, markChanged } from "@/lib/engine/subject";
import type { AddressedMessage } from "@/lib/contract/inbox-item";
import type { Input } from "@/lib/journey/input";
import { isGuarded } from "@/lib/policy/gate";

/** Apply one waiting item to its subject, in memory. */
export function applyItem(scope: TickScope, subject: Subject, { item, dueAtMs: nowMs }: WaitingItem): void {
  switch (item.kind) {
    case "event":
      return applyEvent(scope, subject, item, nowMs);
    case "account_traits":
      if (subject.person?.account_id !== item.accountId) return;
      subject.person = { ...subject.person, account_traits: item.traits };
      markChanged(subject);
      return reconsider(scope, subject, nowMs);
    case "update": {
      if (!subject.account) return;
      const before = factsOf(subject).traits;
      subject.account = updateAccount(subject.account, item.set);
      markChanged(subject);
      planDates(scope, subject, before);
      return reconsider(scope, subject, nowMs);
    }
    case "enroll": {
      const journey = scope.live.byJourney.get(item.journeyId);
      if (journey) enter(scope, subject, journey, { trigger: "manual", event: null, nowMs, context: item.context });
      return;
    }
    case "settled": {
      const { stepId, visit, settlement } = item;
      if (settlement.outcome === "accepted") count(scope, subject, item.enrollmentId, stepId, "sent", nowMs);
      return moveOne(scope, subject, item.enrollmentId, { type: "settled", nowMs, stepId, visit, settlement });
    }
    case "engaged":
      return applyEngaged(scope, subject, item, nowMs);
    case "task_closed":
      return moveOne(scope, subject, item.enrollmentId, {
        type: "task",
        nowMs,
        stepId: item.stepId,
        visit: item.visit,
        outcome: item.outcome,
      });
    case "leave":
      for (const active of subject.active.filter((one) => one.enrollment.journeyId === item.journeyId)) {
        moveEnrollment(scope, subject, active, { type: "leave", nowMs, outcome: item.outcome, code: item.code });
      }
      return;
    case "consent":
      return applyConsent(scope, subject, item, nowMs);
    case "reserve": {
      const known = subject.reservations.get(item.request.key);
      const fresh = {
        accountId: subject.id,
        request: item.request,
        messageId: item.messageId,
        personId: item.personId,
        personBucket: item.personBucket,
      };
      if (known?.status === "waiting") return;
      return considerReservation(
        scope,
        subject,
        known?.status === "given"
          ? known
          : {
              ...fresh,
              address: null,
              reasonCode: null,
              status: "waiting",
              dueAtMs: null,
              countedAtMs: null,
              askedAtMs: nowMs,
            },
      );
    }
    case "reserved": {
      const message = subject.open.get(item.messageId);
      if (!message) return;
      if (item.verdict.verdict === "send") return decideMessage(scope, subject, message);
      return applyVerdict(scope, subject, message, item.verdict);
    }
    case "returned":
      return giveBack(scope, subject, item.key);
    case "address":
      return receiveAddressed(scope, subject, item.message);
    case "forward":
      scope.writes.letters.push({ bucket: item.bucket, subjectId: item.subjectId, dueAtMs: nowMs, item: item.item });
      return;
    case "date":
      return arriveByDate(scope, subject, item, nowMs);
    case "plan_dates":
      return planDates(scope, subject, null, item.journeyId);
    case "reconsider":
      return reconsider(scope, subject, nowMs);
  }
}

/** Something that rules may read has changed: look again at segments, enrollments and held touchpoints. */
export function reconsider(scope: TickScope, subject: Subject, nowMs: number): void {
  refreshSegments(scope, subject, nowMs);
  for (const active of [...subject.active]) moveEnrollment(scope, subject, active, { type: "time", nowMs });
  const waiting = [...subject.reservations.values()].filter((one) => one.status === "waiting");
  for (const reservation of waiting.sort(
    (a, b) => b.request.priority - a.request.priority || a.askedAtMs - b.askedAtMs,
  )) {
    considerReservation(scope, subject, reservation);
  }
}

/** Held and asking messages, reservations and enrollments whose time has come. */
export function applyDue(scope: TickScope, subject: Subject): void {
  const { nowMs } = scope;
  for (const active of [...subject.active]) {
    const { dueAtMs } = active.enrollment;
    if (dueAtMs !== null && dueAtMs <= nowMs) moveEnrollment(scope, subject, active, { type: "time", nowMs });
  }
  for (const message of [...subject.open.values()]) {
    if (message.dueAtMs === null || message.dueAtMs > nowMs || !subject.open.has(message.id)) continue;
    const mustAsk = message.accountId !== null && isGuarded(requestOfMessage(message));
    const isStale = message.staleAtMs !== null && message.staleAtMs < nowMs;
    if (mustAsk && !isStale) askAccount(scope, message);
    else decideMessage(scope, subject, message);
  }
  for (const reservation of subject.reservations.values()) {
    if (reservation.status === "waiting" && reservation.dueAtMs !== null && reservation.dueAtMs <= nowMs)
      considerReservation(scope, subject, reservation);
  }
}

function moveOne(scope: TickScope, subject: Subject, enrollmentId: string, input: Input): void {
  const active = subject.active.find((one) => one.enrollment.id === enrollmentId);
  if (active) moveEnrollment(scope, subject, active, input);
}

function count(
  scope: TickScope,
  subject: Subject,
  enrollmentId: string,
  stepId: string,
  outcome: string,
  atMs: number,
): void {
  const active = subject.active.find((one) => one.enrollment.id === enrollmentId);
  if (active)
    scope.writes.addOutcome({
      versionId: active.enrollment.versionId,
      stepId,
      outcome,
      heldOut: active.enrollment.heldOut,
      atMs,
    });
}

function applyEngaged(
  scope: TickScope,
  subject: Subject,
  item: Extract<WaitingItem["item"], { kind: "engaged" }>,
  nowMs: number,
): void {
  if (item.enrollmentId !== null && item.stepId !== null) {
    count(scope, subject, item.enrollmentId, item.stepId, item.how, nowMs);
    moveOne(scope, subject, item.enrollmentId, {
      type: "engaged",
      nowMs,
      stepId: item.stepId,
      visit: item.visit,
      how: item.how,
    });
  }
  reconsider(scope, subject, nowMs);
}

/** An opt-out acts on what is under way at once (RULES S8): held messages are decided again and, being refused, dropped. */
function applyConsent(
  scope: TickScope,
  subject: Subject,
  item: Extract<WaitingItem["item"], { kind: "consent" }>,
  nowMs: number,
): void {
  if (item.state !== "refused") return;
  for (const message of [...subject.open.values()]) {
    if (message.channel === item.channel && message.purpose === item.purpose) decideMessage(scope, subject, message);
  }
  for (const active of [...subject.active]) {
    const plan = scope.live.plan(active.enrollment.versionId);
    const isConcerned = plan?.document.steps.some(
      (step) =>
        step.kind === "message" &&
        step.config.purpose === item.purpose &&
        (item.allMarketing || step.config.channel === item.channel),
    );
    const isSource = item.journeyId === active.enrollment.journeyId;
    if (isSource || (item.allMarketing && isConcerned)) {
      moveEnrollment(scope, subject, active, { type: "leave", nowMs, outcome: "graceful", code: "unsubscribed" });
    }
  }
}

function giveBack(scope: TickScope, account: Subject, key: string): void {
  const reservation = account.reservations.get(key);
  if (!reservation || reservation.status === "returned") return;
  Object.assign(reservation, { status: "returned", dueAtMs: null, countedAtMs: null });
  account.touches = account.touches.filter((touch) => touch.key !== key);
  scope.writes.reservations.set(`${account.id} ${key}`, reservation);
  // A place is free: whoever waits with the highest priority gets it.
  for (const waiting of [...account.reservations.values()].sort(
    (a, b) => b.request.priority - a.request.priority || a.askedAtMs - b.askedAtMs,
  )) {
    if (waiting.status === "waiting") considerReservation(scope, account, waiting);
  }
}

/** A message of an account's journey arrives at the person it is for. */
function receiveAddressed(scope: TickScope, subject: Subject, address: AddressedMessage): void {
  const { request } = address;
  decideMessage(scope, subject, {
    id: address.messageId,
    key: request.key,
    personId: subject.id,
    accountId: address.accountId,
    accountBucket: address.accountBucket,
    journeyId: address.journeyId,
    versionId: address.versionId,
    enrollmentId: address.enrollmentId,
    subjectId: address.accountId,
    subjectBucket: address.accountBucket,
    stepId: address.stepId,
    visit: address.visit,
    channel: request.channel,
    purpose: request.purpose,
    topic: request.topic,
    priority: request.priority,
    isAutomated: request.automated,
    survivesExit: request.purpose === "transactional",
    status: "asking",
    dueAtMs: scope.nowMs,
    staleAtMs: request.staleAtMs,
    reasonCode: null,
    reasonDetail: {},
    countedAtMs: null,
    createdAtMs: scope.nowMs,
  });
}
