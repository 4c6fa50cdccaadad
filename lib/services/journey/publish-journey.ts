import { countApprovers, decideApproval } from "@/db/queries/approval/store-approval";
import { publishJourneyContract } from "@/lib/contract/journey/journey-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";
import { freezeVersion } from "@/lib/services/journey/freeze-version";
import { goLive } from "@/lib/services/journey/go-live";

/** Freeze the draft and launch it, where its author may approve it: low risk, or nobody else could. */
export const publishJourney = defineVerb(publishJourneyContract, async (scope, input) => {
  const { ctx, tx, audit } = scope;
  const frozen = await freezeVersion(scope, input);
  const isSole = (await countApprovers(tx, frozen.askedBy)) === 0;
  if (!frozen.selfApprovalAllowed && !isSole) {
    throw new AppError(
      "forbidden",
      `This launch is ${frozen.risk} risk, so somebody else has to approve it. Send it for approval.`,
      { risk: frozen.risk },
    );
  }
  const [at, manner] = [ctx.now(), frozen.selfApprovalAllowed ? "self_approved" : "sole_approver"];
  await decideApproval(tx, frozen.approvalId, {
    status: "approved",
    decidedBy: frozen.askedBy,
    decidedAt: at,
    manner,
    comment: input.note,
  });
  await goLive(tx, { journeyId: input.journeyId, versionId: frozen.versionId, at });
  audit(`journey:${input.journeyId}`, {
    version: frozen.number,
    approval: frozen.approvalId,
    risk: frozen.risk,
    manner,
  });
  return { versionId: frozen.versionId, number: frozen.number, manner };
});
