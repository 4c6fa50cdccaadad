import { countWaiting, listInside, nameSubjects } from "@/db/queries/journey/list-journeys";
import { findJourney } from "@/db/queries/journey/store-journey";
import { listJourneyPeopleContract } from "@/lib/contract/journey/journey-verbs";
import { AppError } from "@/lib/errors/app-error";
import { journeyDocument } from "@/lib/journey/document";
import { defineVerb } from "@/lib/services/define-verb";
import { mayEditJourney } from "@/lib/services/journey/may-edit-journey";

/** Who is inside a journey, or at one of its steps, longest there first. */
export const listJourneyPeople = defineVerb(
  listJourneyPeopleContract,
  async ({ ctx, tx }, { journeyId, step, limit }) => {
    const journey = await findJourney(tx, journeyId);
    if (!journey) throw new AppError("not_found", "There is no such journey in this workspace.");
    const document = journeyDocument.parse(journey.draft);
    const rows = await listInside(tx, journeyId, step ?? null, limit);
    const [names, waiting] = [
      await nameSubjects(
        tx,
        rows.map((row) => row.subject_id),
      ),
      await countWaiting(tx, journeyId),
    ];
    const stepName = (id: string) => document.steps.find((one) => one.id === id)?.name ?? id;
    return {
      name: journey.name,
      canEdit: mayEditJourney(ctx),
      isLive: journey.status === "live",
      subject: document.subject,
      steps: [...waiting]
        .map(([id, n]) => ({ id, name: stepName(id), waiting: n }))
        .sort((a, b) => b.waiting - a.waiting),
      people: rows.map((row) => ({
        enrollmentId: row.enrollment_id,
        subjectId: row.subject_id,
        name: names.get(row.subject_id)?.name ?? "Erased",
        kind: names.get(row.subject_id)?.kind ?? document.subject,
        stepId: row.step_id,
        stepName: stepName(row.step_id),
        sinceMs: row.step_entered_at.getTime(),
        enteredAtMs: row.entered_at.getTime(),
        dueAtMs: row.due_at?.getTime() ?? null,
        heldOut: row.held_out,
      })),
    };
  },
);
