import { countApprovers } from "@/db/queries/approval/store-approval";
import { listVersions } from "@/db/queries/journey/list-journeys";
import { loadWorkspaceSettings } from "@/db/queries/journey/load-live";
import { estimateReach } from "@/db/queries/journey/estimate-reach";
import { findJourney, findVersion } from "@/db/queries/journey/store-journey";
import { readJourneyContract } from "@/lib/contract/journey/journey-verbs";
import { AppError } from "@/lib/errors/app-error";
import { journeyDocument } from "@/lib/journey/document";
import { journeyDraft } from "@/lib/journey/edit/journey-draft";
import { policy as policySchema } from "@/lib/policy/policy";
import { riskOf } from "@/lib/policy/risk";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";
import { mayEditJourney } from "@/lib/services/journey/may-edit-journey";

/** A journey as the builder opens it: its draft, what is live, and what its reader may do. */
export const readJourney = defineVerb(readJourneyContract, async ({ ctx, tx }, { journeyId }) => {
  const journey = await findJourney(tx, journeyId);
  if (!journey) throw new AppError("not_found", "There is no such journey in this workspace.");
  const draft = journeyDraft.parse({ document: journey.draft, layout: journey.layout });
  const live = journey.liveVersionId ? await findVersion(tx, journey.liveVersionId) : null;
  const policy = policySchema.parse((await loadWorkspaceSettings(tx)).policy ?? {});
  const reach = await estimateReach(tx, draft.document, ctx.now());
  const { risk } = riskOf(draft.document, reach, policy);
  const userId = actorUserId(ctx.actor);
  const isSole = userId !== null && (await countApprovers(tx, userId)) === 0;
  const canEdit = mayEditJourney(ctx);
  return {
    id: journey.id,
    name: journey.name,
    status: journey.status as "draft" | "in_review" | "live" | "paused" | "ended",
    isLifecycle: journey.isLifecycle,
    draft,
    revision: journey.revision,
    nextVersion: journey.lastVersion + 1,
    live: live && {
      versionId: live.id,
      number: live.number,
      document: journeyDocument.parse(live.document),
      publishedAt: live.publishedAt,
    },
    versions: await listVersions(tx, journeyId),
    risk,
    reach,
    canEdit,
    canPublish: canEdit,
    canSelfApprove: isSole || (risk === "low" && policy.selfApproveLowRisk),
  };
});
