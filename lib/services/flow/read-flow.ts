import { findJourneyHead, listJourneyCards, listPublishedVersions } from "@/db/queries/flow/find-journey";
import { loadWalks } from "@/db/queries/flow/load-walks";
import { readFlowContract } from "@/lib/contract/insight/insights";
import { AppError } from "@/lib/errors/app-error";
import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";
import { prepareSankey, type SankeyStep } from "@/lib/metrics/sankey";
import { defineVerb } from "@/lib/services/define-verb";
import { mayEditJourney } from "@/lib/services/journey/may-edit-journey";

const DAY_MS = 86_400_000;

/** The paths people actually took through a journey, over all its versions or one. */
export const readFlow = defineVerb(readFlowContract, async ({ ctx, tx }, { journeyId, versionId, from, days }) => {
  const journey = await findJourneyHead(tx, journeyId);
  if (!journey) throw new AppError("not_found", "There is no such journey in this workspace.");
  const versions = await listPublishedVersions(tx, journeyId);
  const chosen = versionId ? versions.filter((version) => version.id === versionId) : versions;
  if (versionId && chosen.length === 0) throw new AppError("not_found", "There is no such version of this journey.");
  const documents = chosen.flatMap((version) => {
    const parsed = journeyDocument.safeParse(version.document);
    return parsed.success ? [parsed.data] : [];
  });
  const walks = await loadWalks(
    tx,
    chosen.map((version) => version.id),
    days ? new Date(ctx.now().getTime() - days * DAY_MS) : null,
    from ?? null,
  );
  const steps = stepsOf(documents);
  return {
    journey,
    canEdit: mayEditJourney(ctx),
    versions: versions.map(({ id, number }) => ({ id, number })),
    journeys: (await listJourneyCards(tx))
      .filter((one) => one.status !== "draft")
      .map(({ id, name }) => ({ id, name })),
    states: (documents[0]?.states ?? []).map((state) => ({
      id: state.id,
      name: state.name,
      stage: state.stage ?? null,
    })),
    from: from ? { id: from, name: steps.get(from)?.name ?? from } : null,
    flow: prepareSankey(walks, steps),
  };
});

/** Steps in the order of the newest version, then those only older ones had. */
function stepsOf(documents: readonly JourneyDocument[]): Map<string, SankeyStep> {
  const steps = new Map<string, SankeyStep>();
  for (const document of documents) {
    for (const step of document.steps) {
      if (!steps.has(step.id)) steps.set(step.id, { name: step.name, state: step.state, isExit: step.kind === "exit" });
    }
  }
  return steps;
}
