import { listAccountEvents } from "@/db/queries/account/list-account-events";
import { listEnrollments } from "@/db/queries/account/list-enrollments";
import { listMembers } from "@/db/queries/account/list-members";
import { listMemberMessages, type MessageTouchRow } from "@/db/queries/account/list-touchpoints";
import { loadPeerScores, loadScoresOn } from "@/db/queries/report/load-scores";
import { loadSegmentNames } from "@/db/queries/report/load-segment-names";
import { loadStepNames } from "@/db/queries/report/load-step-names";
import { loadTeam } from "@/db/queries/report/load-team";
import { loadWeeklyActive } from "@/db/queries/report/load-weekly-active";
import { loadLifecycle } from "@/db/queries/score/load-lifecycle";
import { loadScoreFacts } from "@/db/queries/score/load-score-facts";
import { loadStays } from "@/db/queries/score/load-stays";
import { listAccountTasks, type TaskRow } from "@/db/queries/task/list-tasks";
import type { Tx } from "@/db/transaction";
import { AppError } from "@/lib/errors/app-error";
import { accountSegments } from "@/lib/health/account-segment";
import { meaningfulEvents } from "@/lib/health/event-impact";
import { activeEvents } from "@/lib/health/signals";
import { isoDay } from "@/lib/metrics/format-day";
import type { ReportInput, ReportTouchpoint, ReportUpcoming } from "@/lib/metrics/report-input";
import { scoreAccount } from "@/lib/metrics/score-account";
import { describeReason } from "@/lib/policy/reasons";
import { findOrFail } from "@/lib/services/account/find-or-fail";
import { channelWord, taskWord } from "@/lib/metrics/channel-word";

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 180;
const EVENT_DAYS = 550;
const EVENTS_MAX = 400;
const MESSAGES_MAX = 300;
const WEEKS = 26;

/** Load all that an account's report is made of, as of `now`. Each statement stays in the account's bucket or asks its
 * people's buckets by id; none joins across. */
export async function loadReportInput(tx: Tx, accountId: string, now: Date): Promise<ReportInput> {
  const account = await findOrFail(tx, accountId);
  const nowMs = now.getTime();
  const since = new Date(nowMs - HISTORY_DAYS * DAY_MS);
  const [facts] = await loadScoreFacts(tx, account.bucket, now, [account.id]);
  if (!facts) throw new AppError("not_found", "There is no such account in this workspace.");
  const document = await loadLifecycle(tx);
  const stays = await loadStays(tx, now);
  const scored = scoreAccount(facts, document, stays, nowMs);
  const members = await listMembers(tx, account.bucket, account.id);
  const messages = await listMemberMessages(tx, members, since, MESSAGES_MAX);
  const tasks = await listAccountTasks(tx, [{ id: account.id, bucket: account.bucket }, ...members], since);
  const enrollments = await listEnrollments(tx, account.bucket, account.id);
  const stepName = await loadStepNames(tx, [
    ...messages.map((one) => one.versionId),
    ...tasks.map((one) => one.versionId),
  ]);
  const events = await listAccountEvents(tx, account, members, {
    since: new Date(nowMs - EVENT_DAYS * DAY_MS),
    until: now,
    limit: EVENTS_MAX,
    names: Object.keys(meaningfulEvents),
  });
  const nameOf = new Map(members.map((member) => [member.id, member.name ?? member.email]));
  const team = new Map((await loadTeam(tx)).map((member) => [member.id, member.name]));
  const active = enrollments.filter((one) => one.status === "active");
  const { traits: _traits, zone: _zone, ...head } = facts.account;
  const nameMessage = (row: MessageTouchRow) => stepName(row.versionId, row.stepId) ?? row.subject ?? "Message";
  return {
    nowMs,
    account: { ...head, ownerName: account.ownerId ? (team.get(account.ownerId) ?? null) : null },
    document,
    segments: [
      ...new Set([
        ...accountSegments(
          head.contractStartMs === null ? null : Math.floor((nowMs - head.contractStartMs) / DAY_MS),
          scored.health.score,
          scored.journeyHealth.score,
        ),
        ...(await loadSegmentNames(tx, [...facts.segments])),
      ]),
    ],
    variant: active.find((one) => one.isLifecycle)?.variant ?? null,
    triggers: active.filter((one) => !one.isLifecycle).map((one) => one.journeyName),
    stays,
    marks: facts.marks,
    readings: scored.readings,
    health: scored.health,
    journeyHealth: scored.journeyHealth,
    risks: scored.risks,
    before: await loadScoresOn(tx, account.bucket, account.id, isoDay(nowMs - 30 * DAY_MS)),
    events: events.map((event) => ({
      atMs: event.at.getTime(),
      name: event.name,
      who: event.personId ? (nameOf.get(event.personId) ?? null) : null,
    })),
    touchpoints: [...messages.flatMap((row) => sentTouch(row, nameMessage(row))), ...tasks.flatMap(doneTouch)].sort(
      (a, b) => b.atMs - a.atMs,
    ),
    upcoming: [
      ...tasks.flatMap((row) => openTask(row, team)),
      ...messages.flatMap((row) => waitingMessage(row, nameMessage(row))),
    ],
    peers: head.stage ? await loadPeerScores(tx, head.stage) : [],
    weeklyActive: await loadWeeklyActive(tx, account.bucket, account.id, [...activeEvents], now, WEEKS),
  };
}

function sentTouch(row: MessageTouchRow, name: string): ReportTouchpoint[] {
  if (!row.sentAt) return [];
  const response = row.repliedAt
    ? "Replied"
    : row.clickedAt
      ? "Clicked"
      : row.openedAt
        ? "Opened only (unreliable)"
        : "No response";
  return [
    {
      atMs: row.sentAt.getTime(),
      name,
      channel: channelWord(row.channel),
      response,
      responded: row.repliedAt !== null || row.clickedAt !== null,
    },
  ];
}

function doneTouch(row: TaskRow): ReportTouchpoint[] {
  if (row.status !== "done" || row.type === "to_do" || !row.closedAt) return [];
  const outcome = (row.outcome ?? "done").replaceAll("_", " ");
  return [
    {
      atMs: row.closedAt.getTime(),
      name: row.title,
      channel: taskWord(row.type),
      response: outcome.charAt(0).toUpperCase() + outcome.slice(1),
      responded: row.outcome === "reached" || row.outcome === "done",
    },
  ];
}

function openTask(row: TaskRow, team: ReadonlyMap<string, string>): ReportUpcoming[] {
  if (row.status !== "open") return [];
  return [
    {
      id: row.id,
      kind: "task",
      name: row.title,
      channel: taskWord(row.type),
      dueAtMs: row.dueAt.getTime(),
      owner: row.ownerId ? (team.get(row.ownerId) ?? "CSM") : "No owner",
      note: row.cause || null,
      subjectId: row.subjectId,
    },
  ];
}

function waitingMessage(row: MessageTouchRow, name: string): ReportUpcoming[] {
  if (!["asking", "held", "queued"].includes(row.status)) return [];
  const note =
    row.status === "held" && row.reasonCode ? describeReason({ code: row.reasonCode, detail: row.reasonDetail }) : null;
  return [
    {
      id: row.id,
      kind: "message",
      name,
      channel: channelWord(row.channel),
      dueAtMs: (row.dueAt ?? row.createdAt).getTime(),
      owner: row.isAutomated ? "System" : "CSM",
      note,
      subjectId: row.personId,
    },
  ];
}
