import { loadAccountNames } from "@/db/queries/account/load-account-names";
import { listEnrollments } from "@/db/queries/account/list-enrollments";
import { listPersonMessages } from "@/db/queries/account/list-touchpoints";
import { findPerson, listConsents, listPersonEvents } from "@/db/queries/person/find-person";
import { listDecisions } from "@/db/queries/person/list-decisions";
import { loadJourneyNames } from "@/db/queries/report/load-journey-names";
import { loadStepNames } from "@/db/queries/report/load-step-names";
import { readPersonContract } from "@/lib/contract/person/people";
import { AppError } from "@/lib/errors/app-error";
import { describeDecision } from "@/lib/journey/decision-codes";
import { channelWord } from "@/lib/metrics/channel-word";
import { describeReason } from "@/lib/policy/reasons";
import { defineVerb } from "@/lib/services/define-verb";

const DAY_MS = 86_400_000;
const EVENT_DAYS = 550;
const EVENTS_MAX = 60;
const MESSAGES_MAX = 60;
const DECISIONS_MAX = 100;
/** Decisions that say why something did not reach the person. */
const notSent = ["not_sent", "withheld"] as const;

/** A person with the step they are in of each journey, and why each thing happened or did not. */
export const readPerson = defineVerb(readPersonContract, async ({ ctx, tx }, { personId, journeyId, show, before }) => {
  const person = await findPerson(tx, personId);
  if (!person) throw new AppError("not_found", "There is no such person in this workspace.");
  const enrollments = await listEnrollments(tx, person.bucket, person.id);
  const messages = await listPersonMessages(tx, person, MESSAGES_MAX);
  const decisions = await listDecisions(
    tx,
    person,
    { journeyId, codes: show === "not_sent" ? notSent : undefined, before },
    DECISIONS_MAX,
  );
  const journeys = await loadJourneyNames(tx);
  const stepName = await loadStepNames(
    tx,
    [...enrollments, ...messages, ...decisions].map((one) => one.versionId),
  );
  const events = await listPersonEvents(tx, person, new Date(ctx.now().getTime() - EVENT_DAYS * DAY_MS), EVENTS_MAX);
  const account = (await loadAccountNames(tx, [person.accountId])).get(person.accountId ?? "") ?? null;
  return {
    nowMs: ctx.now().getTime(),
    person: { ...person, lastSeenAtMs: person.lastSeenAt?.getTime() ?? null, createdAtMs: person.createdAt.getTime() },
    account,
    consents: (await listConsents(tx, person)).map((one) => ({
      ...one,
      channelWord: channelWord(one.channel),
      atMs: one.at.getTime(),
    })),
    enrollments: enrollments.map((one) => ({
      ...one,
      stepName: stepName(one.versionId, one.stepId) ?? one.stepId,
      enteredAtMs: one.enteredAt.getTime(),
      sinceMs: one.stepEnteredAt.getTime(),
      dueAtMs: one.dueAt?.getTime() ?? null,
      exitedAtMs: one.exitedAt?.getTime() ?? null,
    })),
    messages: messages.map((one) => ({
      id: one.id,
      atMs: (one.sentAt ?? one.createdAt).getTime(),
      name: stepName(one.versionId, one.stepId) ?? one.subject ?? "Message",
      channel: channelWord(one.channel),
      status: one.status,
      response: one.repliedAt ? "Replied" : one.clickedAt ? "Clicked" : one.openedAt ? "Opened (unreliable)" : null,
      reason: one.reasonCode ? describeReason({ code: one.reasonCode, detail: one.reasonDetail }) : null,
      journeyName: one.journeyId ? (journeys.get(one.journeyId) ?? null) : null,
    })),
    events: events.map((one) => ({ ...one, atMs: one.at.getTime() })),
    trace: decisions.map((one) => ({
      id: one.id,
      atMs: one.at.getTime(),
      journeyId: one.journeyId,
      journeyName: one.journeyId ? (journeys.get(one.journeyId) ?? "A deleted journey") : null,
      stepName: stepName(one.versionId, one.stepId),
      visit: one.visit,
      code: one.code,
      port: one.port,
      words: describeDecision(one),
      detail: one.detail,
    })),
    traceNext: decisions.length === DECISIONS_MAX ? (decisions.at(-1)?.id ?? null) : null,
    journeys: [...new Set(enrollments.map((one) => one.journeyId))].map((id) => ({
      id,
      name: journeys.get(id) ?? "A deleted journey",
    })),
  };
});
