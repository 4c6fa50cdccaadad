import { listApprovals as load } from "@/db/queries/approval/store-approval";
import { findVersion } from "@/db/queries/journey/store-journey";
import { listApprovalsContract, readApprovalContract } from "@/lib/contract/approval/approval-verbs";
import { AppError } from "@/lib/errors/app-error";
import { journeyDocument } from "@/lib/journey/document";
import { defineVerb } from "@/lib/services/define-verb";

export const listApprovals = defineVerb(listApprovalsContract, ({ tx }, { status }) =>
  load(tx, { status: status ?? null, id: null }),
);

/** One approval with the version it is about. */
export const readApproval = defineVerb(readApprovalContract, async ({ tx }, { approvalId }) => {
  const [approval] = await load(tx, { status: null, id: approvalId });
  const version = approval && (await findVersion(tx, approval.version_id));
  if (!approval || !version) throw new AppError("not_found", "There is no such approval in this workspace.");
  return { approval, document: journeyDocument.parse(version.document) };
});
