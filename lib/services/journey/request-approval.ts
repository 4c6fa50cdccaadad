import { requestApprovalContract } from "@/lib/contract/journey/journey-verbs";
import { defineVerb } from "@/lib/services/define-verb";
import { freezeVersion } from "@/lib/services/journey/freeze-version";

/** Freeze the draft as a version in review. */
export const requestApproval = defineVerb(requestApprovalContract, async (scope, input) => {
  const frozen = await freezeVersion(scope, input);
  scope.audit(`journey:${input.journeyId}`, { version: frozen.number, approval: frozen.approvalId, risk: frozen.risk });
  return { approvalId: frozen.approvalId, number: frozen.number, risk: frozen.risk };
});
