import { bucketOf } from "@/lib/hash/bucket-of";
import type { WalkedEnrollment, WalkedMessage, WalkedReservation, WalkedTask } from "@/lib/simulation/walked";
import { type RowSet, time } from "@/db/seed/rows/row-set";
import type { WalkedHousehold } from "@/db/seed/walk-story";

/** What a walk left behind, as rows of the shapes the engine writes. */
export function addWalked(rows: RowSet, { account, walked, criteria, scores }: WalkedHousehold): void {
  for (const one of walked.enrollments) addEnrollment(rows, one);
  for (const { heldOut: _, ...move } of walked.moves) {
    rows.addHot("move", bucketOf(move.subjectId), {
      enrollment_id: move.enrollmentId,
      journey_id: move.journeyId,
      version_id: move.versionId,
      subject_id: move.subjectId,
      from_step_id: move.fromStepId,
      port: move.port,
      to_step_id: move.toStepId,
      visit: move.visit,
      at: time(move.atMs),
      dwell_ms: Math.round(move.dwellMs),
    });
  }
  for (const one of walked.decisions) {
    rows.addHot("decision", bucketOf(one.subjectId), {
      subject_id: one.subjectId,
      enrollment_id: one.enrollmentId,
      journey_id: one.journeyId,
      version_id: one.versionId,
      step_id: one.stepId,
      visit: one.visit,
      code: one.code,
      port: one.port,
      detail: one.detail,
      at: time(one.atMs),
    });
  }
  for (const message of walked.messages) if (message.isBegun) addMessage(rows, message, account.id);
  for (const one of walked.reservations.values()) addReservation(rows, one, account.id);
  for (const task of walked.tasks) addTask(rows, task, account.id);
  for (const stay of walked.stays) {
    const reason = stay.leftAtMs === null ? "" : stay.manner;
    rows.addHot("stage_stay", account.bucket, {
      account_id: account.id,
      stage: stay.stage,
      entered_at: time(stay.enteredAtMs),
      left_at: time(stay.leftAtMs),
      manner: stay.manner,
      reason,
    });
  }
  for (const one of criteria) {
    rows.addHot("criterion_met", account.bucket, {
      account_id: account.id,
      stage: one.stage,
      criterion_id: one.criterionId,
      status: "met",
      at: time(one.atMs),
      by: "rule",
      evidence: { actual: one.actual, target: one.target },
    });
  }
  for (const { day, health, stage } of scores) {
    rows.addHot("score_day", account.bucket, {
      account_id: account.id,
      day,
      health: health.score,
      journey_health: null,
      scores: {
        components: Object.fromEntries(health.components.map((one) => [one.id, one.score])),
        signals: Object.fromEntries(
          health.components.flatMap((one) => one.signals.map((signal) => [signal.id, signal.score])),
        ),
        factors: {},
        stage,
      },
    });
  }
}

function addEnrollment(rows: RowSet, { entryKey, enrollment: one }: WalkedEnrollment): void {
  rows.addHot("enrollment", bucketOf(one.subjectId), {
    id: one.id,
    journey_id: one.journeyId,
    version_id: one.versionId,
    subject_id: one.subjectId,
    entry_key: entryKey,
    status: one.status,
    state_id: one.stateId,
    step_id: one.stepId,
    entered_at: time(one.enteredAtMs),
    state_entered_at: time(one.stateEnteredAtMs),
    step_entered_at: time(one.stepEnteredAtMs),
    due_at: time(one.dueAtMs),
    exited_at: time(one.exitedAtMs),
    outcome: one.outcome,
    held_out: one.heldOut,
    state_timed_out: one.stateTimedOut,
    variant: one.variant,
    visits: one.visits,
    wait: one.wait,
    context: one.context,
    milestones: one.milestones,
  });
}

function addMessage(rows: RowSet, message: WalkedMessage, accountId: string): void {
  const { request } = message;
  rows.addHot("message", bucketOf(message.personId), {
    id: message.id,
    key: request.key,
    person_id: message.personId,
    account_id: accountId,
    account_bucket: bucketOf(accountId),
    journey_id: message.journeyId,
    version_id: message.versionId,
    enrollment_id: message.enrollmentId,
    subject_id: message.subjectId,
    subject_bucket: bucketOf(message.subjectId),
    step_id: message.stepId,
    visit: message.visit,
    channel: request.channel,
    purpose: request.purpose,
    topic: request.topic,
    priority: request.priority,
    is_automated: request.automated,
    survives_exit: message.survivesExit,
    status: message.status,
    due_at: time(message.dueAtMs),
    stale_at: time(request.staleAtMs),
    reason_code: message.reasonCode,
    reason_detail: message.reasonDetail,
    inputs: message.sentAtMs === null ? {} : { subject: message.subjectLine },
    counted_at: time(message.countedAtMs),
    attempt: message.sentAtMs === null && message.bouncedAtMs === null ? 0 : 1,
    created_at: time(message.createdAtMs),
    sent_at: time(message.sentAtMs),
    delivered_at: time(message.sentAtMs),
    opened_at: time(message.openedAtMs),
    clicked_at: time(message.clickedAtMs),
    bounced_at: time(message.bouncedAtMs),
    seen_at: request.channel === "in_app" ? time(message.openedAtMs) : null,
  });
}

function addReservation(rows: RowSet, { message, ...one }: WalkedReservation, accountId: string): void {
  const { request, personId } = message;
  const { id: messageId, journeyId, versionId, enrollmentId, stepId, visit } = message;
  const address = {
    request,
    messageId,
    accountId,
    accountBucket: bucketOf(accountId),
    journeyId,
    versionId,
    enrollmentId,
    stepId,
    visit,
  };
  rows.addHot("reservation", bucketOf(accountId), {
    account_id: accountId,
    key: request.key,
    journey_id: journeyId,
    channel: request.channel,
    status: one.status,
    request,
    message_id: messageId,
    person_id: personId,
    person_bucket: bucketOf(personId),
    address: message.subjectId === accountId ? address : null,
    reason_code: one.reasonCode,
    due_at: time(one.dueAtMs),
    counted_at: time(one.countedAtMs),
    asked_at: time(one.askedAtMs),
  });
}

function addTask(rows: RowSet, task: WalkedTask, accountId: string): void {
  rows.addHot("task", bucketOf(task.subjectId), {
    id: task.id,
    key: task.key,
    subject_id: task.subjectId,
    account_id: accountId,
    person_id: task.personId,
    journey_id: task.journeyId,
    version_id: task.versionId,
    enrollment_id: task.enrollmentId,
    step_id: task.stepId,
    visit: task.visit,
    type: task.config.type,
    title: task.title,
    notes: task.config.notes,
    owner_id: task.ownerId,
    status: task.status,
    due_at: time(task.dueAtMs),
    keep_open: task.config.keepOpen,
    cause: task.cause,
    outcome: task.outcome,
    closed_at: time(task.closedAtMs),
    closed_by: task.status === "done" ? task.ownerId : null,
    created_at: time(task.createdAtMs),
  });
}
