import { loadWorkspaceSettings } from "@/db/queries/journey/load-live";
import { type PolicyRead, readPolicyContract } from "@/lib/contract/guardrail/guardrail-verbs";
import { defaultPolicy, policy as policySchema } from "@/lib/policy/policy";
import { changedParts } from "@/lib/policy/policy-difference";
import { defineVerb } from "@/lib/services/define-verb";

export const readPolicy = defineVerb(readPolicyContract, async ({ tx }): Promise<PolicyRead> => {
  const policy = policySchema.parse((await loadWorkspaceSettings(tx)).policy ?? {});
  return { policy, changed: changedParts(defaultPolicy, policy) };
});
