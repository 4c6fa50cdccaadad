import { changeJourney, lockJourney } from "@/db/queries/journey/store-journey";
import { type DraftConflict, type DraftSaved, saveDraftContract } from "@/lib/contract/journey/save-draft";
import { AppError } from "@/lib/errors/app-error";
import { patchDraft } from "@/lib/journey/edit/apply-patches";
import { type JourneyDraft, journeyDraft } from "@/lib/journey/edit/journey-draft";
import { defineVerb, parse } from "@/lib/services/define-verb";

/** Apply the builder's patches to the draft they were made on. Somebody saved since: `conflict` with what stands now. */
export const saveDraft = defineVerb(
  saveDraftContract,
  async ({ ctx, tx }, { journeyId, baseRev, patches }): Promise<DraftSaved> => {
    const journey = await lockJourney(tx, journeyId);
    if (!journey) throw new AppError("not_found", "There is no such journey in this workspace.");
    const stored = journeyDraft.parse({ document: journey.draft, layout: journey.layout });
    if (journey.revision !== baseRev) {
      const now: DraftConflict = { ...stored, rev: journey.revision };
      throw new AppError("conflict", "Somebody else changed this journey since you opened it.", now);
    }
    const { document, layout } = parse(journeyDraft, apply(stored, patches));
    const rev = journey.revision + 1;
    await changeJourney(tx, journeyId, {
      draft: document,
      layout,
      name: document.name,
      revision: rev,
      changedAt: ctx.now(),
    });
    return { rev };
  },
);

function apply(stored: JourneyDraft, patches: Parameters<typeof patchDraft>[1]): JourneyDraft {
  try {
    return patchDraft(stored, patches);
  } catch {
    throw new AppError(
      "invalid",
      "patches: they do not fit the saved draft. Reload the journey; your changes are kept on this device.",
    );
  }
}
