import { lockPolicy, storePolicy } from "@/db/queries/workspace/store-policy";
import { type PolicyRead, savePolicyContract } from "@/lib/contract/guardrail/guardrail-verbs";
import { defaultPolicy, type Policy, policy as policySchema } from "@/lib/policy/policy";
import { changedParts, pickParts, policyDifference } from "@/lib/policy/policy-difference";
import { defineVerb } from "@/lib/services/define-verb";

/** Change guardrails. The engine reads them at every tick, so the next decision keeps to them. */
export const savePolicy = defineVerb(savePolicyContract, async ({ ctx, tx, audit }, input): Promise<PolicyRead> => {
  const before = policySchema.parse(await lockPolicy(tx));
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const after: Policy = { ...before, ...given };
  const changed = changedParts(before, after);
  if (changed.length > 0) await storePolicy(tx, policyDifference(after));
  audit(`workspace:${ctx.workspaceId}`, { before: pickParts(before, changed), after: pickParts(after, changed) });
  return { policy: after, changed: changedParts(defaultPolicy, after) };
});
