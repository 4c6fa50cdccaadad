import { addInbox } from "@/db/queries/inbox/add-inbox";
import { nameSubjects } from "@/db/queries/journey/list-journeys";
import { findJourney } from "@/db/queries/journey/store-journey";
import { enrollContract } from "@/lib/contract/journey/journey-verbs";
import { AppError } from "@/lib/errors/app-error";
import { bucketOf } from "@/lib/hash/bucket-of";
import { actorName } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

/** Put one subject into a live journey; the subject's bucket decides, so the answer is in its trace. */
export const enrollByHand = defineVerb(
  enrollContract,
  async ({ ctx, tx, audit }, { journeyId, subjectId, context }) => {
    const journey = await findJourney(tx, journeyId);
    if (!journey?.liveVersionId)
      throw new AppError("not_found", "There is no live journey of this id in this workspace.");
    if (!(await nameSubjects(tx, [subjectId])).has(subjectId))
      throw new AppError("not_found", "subjectId: there is no such person or account in this workspace.");
    await addInbox(tx, bucketOf(subjectId), [
      { subjectId, dueAt: ctx.now(), item: { kind: "enroll", journeyId, key: "", context, by: actorName(ctx.actor) } },
    ]);
    audit(`journey:${journeyId}`, { subject: subjectId });
    return { asked: true };
  },
);
