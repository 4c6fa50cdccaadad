import type { ReservationToWrite } from "@/db/queries/tick/write-reservations";
import type { InboxItem } from "@/lib/contract/inbox-item";
import { moveEnrollment } from "@/lib/engine/move-enrollment";
import type { TickScope } from "@/lib/engine/scope";
import type { Subject } from "@/lib/engine/subject";
import { gateAccount, isGuarded } from "@/lib/policy/gate";
import type { Reason, Verdict } from "@/lib/policy/gate-types";

/** A hold without an end is looked at again at least this often; closing the escalation looks at once. */
const LOOK_AGAIN_MS = 24 * 60 * 60_000;

/** The account's owner decides on one place, keeps what it said, and answers the bucket that asked. */
export function considerReservation(scope: TickScope, account: Subject, reservation: ReservationToWrite): void {
  if (reservation.status === "given") {
    answer(scope, account, reservation, { verdict: "send", reason: { code: "ok", detail: {} } });
    return;
  }
  const wasPaused = reservation.reasonCode?.startsWith("escalation") ?? false;
  const facts = {
    escalation: account.escalation,
    releasedAtMs: wasPaused ? account.releasedAtMs : null,
    touches: account.touches,
  };
  const verdict = gateAccount(reservation.request, facts, scope.live.policy, scope.nowMs);
  const isNews = reservation.reasonCode !== verdict.reason.code || reservation.status !== "waiting";
  keep(scope, account, reservation, verdict);
  if (verdict.verdict !== "hold" || isNews) answer(scope, account, reservation, verdict);
}

function keep(scope: TickScope, account: Subject, reservation: ReservationToWrite, verdict: Verdict): void {
  const { request } = reservation;
  if (verdict.verdict === "send") {
    const counts = isGuarded(request);
    Object.assign(reservation, {
      status: "given",
      reasonCode: null,
      dueAtMs: null,
      countedAtMs: counts ? scope.nowMs : null,
    });
    if (counts) {
      const journeyName = scope.live.byJourney.get(request.journeyId ?? "")?.name ?? null;
      account.touches.push({
        key: request.key,
        channel: request.channel,
        atMs: scope.nowMs,
        journeyId: request.journeyId,
        journeyName,
      });
    }
  } else if (verdict.verdict === "hold") {
    const untilMs = verdict.untilMs ?? scope.nowMs + LOOK_AGAIN_MS;
    Object.assign(reservation, {
      status: "waiting",
      reasonCode: verdict.reason.code,
      dueAtMs: Math.min(untilMs, request.staleAtMs + 1),
      countedAtMs: null,
    });
  } else {
    Object.assign(reservation, {
      status: "refused",
      reasonCode: verdict.reason.code,
      dueAtMs: null,
      countedAtMs: null,
    });
  }
  account.reservations.set(request.key, reservation);
  scope.writes.reservations.set(`${account.id} ${request.key}`, reservation);
}

function answer(scope: TickScope, account: Subject, reservation: ReservationToWrite, verdict: Verdict): void {
  const { address, personBucket, personId, messageId } = reservation;
  if (address === null) {
    send(scope, personBucket, personId, { kind: "reserved", messageId, verdict });
    return;
  }
  if (verdict.verdict === "send") send(scope, personBucket, personId, { kind: "address", message: address });
  else if (verdict.verdict === "hold")
    record(scope, reservation, "message.hold", {
      ...verdict.reason,
      detail: { ...verdict.reason.detail, untilMs: verdict.untilMs },
    });
  else {
    record(scope, reservation, "message.drop", verdict.reason);
    const active = account.active.find((one) => one.enrollment.id === address.enrollmentId);
    const settlement = { outcome: "not_sent", code: verdict.reason.code, detail: verdict.reason.detail } as const;
    if (active)
      moveEnrollment(scope, account, active, {
        type: "settled",
        nowMs: scope.nowMs,
        stepId: address.stepId,
        visit: address.visit,
        settlement,
      });
  }
}

function send(scope: TickScope, bucket: number, subjectId: string, item: InboxItem): void {
  scope.writes.letters.push({ bucket, subjectId, dueAtMs: scope.nowMs, item });
}

/** For an account's own journey there is no message yet, so the account's trace carries the reason. */
function record(
  scope: TickScope,
  { address, request, accountId }: ReservationToWrite,
  code: string,
  reason: Reason,
): void {
  if (address === null) return;
  const { enrollmentId, journeyId, versionId, stepId, visit } = address;
  const detail = { channel: request.channel, reason: reason.code, ...reason.detail };
  scope.writes.decisions.push({
    subjectId: accountId,
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
  scope.writes.addOutcome({ versionId, stepId, outcome: code, heldOut: false, atMs: scope.nowMs });
}
