import { countApprovers, decideApproval as writeDecision, lockApproval } from "@/db/queries/approval/store-approval";
import { changeJourney, findJourney } from "@/db/queries/journey/store-journey";
import { decideApprovalContract } from "@/lib/contract/approval/approval-verbs";
import { AppError } from "@/lib/errors/app-error";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";
import { goLive } from "@/lib/services/journey/go-live";

/** Approve a frozen version and launch it, or send it back with what should change. Nobody approves their own. */
export const decideApproval = defineVerb(
  decideApprovalContract,
  async ({ ctx, tx, audit }, { approvalId, decision, comment }) => {
    const userId = actorUserId(ctx.actor);
    if (userId === null)
      throw new AppError("forbidden", "An approval is decided by a person of the team, not by a key.");
    const approval = await lockApproval(tx, approvalId);
    if (!approval) throw new AppError("not_found", "There is no such approval in this workspace.");
    if (approval.status !== "asked")
      throw new AppError("conflict", `This approval is no longer open: it was ${approval.status}.`);
    const isOwn = approval.askedBy === userId;
    if (isOwn && decision === "approved" && (await countApprovers(tx, userId)) > 0) {
      throw new AppError("forbidden", "You asked for this approval, so somebody else has to give it.");
    }
    const at = ctx.now();
    const manner = isOwn ? "sole_approver" : "approved_by_another";
    await writeDecision(tx, approvalId, { status: decision, decidedBy: userId, decidedAt: at, manner, comment });
    if (decision === "approved") await goLive(tx, { journeyId: approval.journeyId, versionId: approval.versionId, at });
    else if ((await findJourney(tx, approval.journeyId))?.liveVersionId === null)
      await changeJourney(tx, approval.journeyId, { status: "draft" });
    audit(`approval:${approvalId}`, { journey: approval.journeyId, version: approval.versionId, decision, comment });
    return { journeyId: approval.journeyId };
  },
);
