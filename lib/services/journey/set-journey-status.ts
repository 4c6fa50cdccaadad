import { addInbox } from "@/db/queries/inbox/add-inbox";
import { changeJourney, lockJourney } from "@/db/queries/journey/store-journey";
import { listActiveSubjects } from "@/db/queries/journey/list-active-subjects";
import { setJourneyStatusContract } from "@/lib/contract/journey/journey-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

const from = { paused: ["live"], live: ["paused"], ended: ["live", "paused"] } as const;

/** Pause: nothing starts and nothing new is sent, timers run. Resume. End: everybody inside leaves (RULES S8). */
export const setJourneyStatus = defineVerb(setJourneyStatusContract, async ({ ctx, tx, audit }, { journeyId, to }) => {
  const journey = await lockJourney(tx, journeyId);
  if (!journey) throw new AppError("not_found", "There is no such journey in this workspace.");
  if (!(from[to] as readonly string[]).includes(journey.status)) {
    throw new AppError("conflict", `A journey that is ${journey.status.replace("_", " ")} cannot become ${to}.`);
  }
  await changeJourney(tx, journeyId, {
    status: to,
    changedAt: ctx.now(),
    ...(to === "ended" ? { liveVersionId: null } : {}),
  });
  let left = 0;
  if (to === "ended") {
    for (const [bucket, subjectIds] of await listActiveSubjects(tx, journeyId)) {
      left += subjectIds.length;
      const item = { kind: "leave", journeyId, outcome: "stopped", code: "journey.ended" } as const;
      await addInbox(
        tx,
        bucket,
        subjectIds.map((subjectId) => ({ subjectId, dueAt: ctx.now(), item })),
      );
    }
  }
  audit(`journey:${journeyId}`, { from: journey.status, to, left });
  return { left };
});
