import { verifyAudit } from "@/db/queries/audit/verify-audit";
import { checkAuditContract } from "@/lib/contract/audit/list-audit";
import { defineVerb } from "@/lib/services/define-verb";

/** Walk the whole log: how many entries are as they were written, and the first that is not. */
export const checkAudit = defineVerb(checkAuditContract, async ({ tx }) => {
  const { entries, problem } = await verifyAudit(tx);
  return { entries, problem };
});
