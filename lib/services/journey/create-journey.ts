import { addJourney } from "@/db/queries/journey/store-journey";
import { createJourneyContract } from "@/lib/contract/journey/journey-verbs";
import { emptyJourney } from "@/lib/journey/empty-journey";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

export const createJourney = defineVerb(
  createJourneyContract,
  async ({ ctx, tx, audit }, { name, subject, document }) => {
    const id = ctx.newId();
    const draft = document
      ? { ...document, name }
      : emptyJourney({ name, subject, newId: () => `s${ctx.newId().slice(0, 8)}` });
    await addJourney(tx, { id, name, draft, layout: { offsets: {} }, ownerId: actorUserId(ctx.actor), at: ctx.now() });
    audit(`journey:${id}`, { name, subject: draft.subject });
    return { journeyId: id };
  },
);
