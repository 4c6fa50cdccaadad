import { defaultPolicy, type Policy } from "@/lib/policy/policy";

type Part = keyof Policy;
const parts = Object.keys(defaultPolicy) as Part[];

/** The parts of `after` that do not say the same as in `before`. The order within a list means nothing. */
export function changedParts(before: Policy, after: Policy): Part[] {
  return parts.filter((part) => canonical(before[part]) !== canonical(after[part]));
}

/** What is stored of a policy: only the parts that are not the defaults. */
export function policyDifference(policy: Policy): Partial<Policy> {
  return pickParts(policy, changedParts(defaultPolicy, policy));
}

export function pickParts(policy: Policy, wanted: readonly Part[]): Partial<Policy> {
  return Object.fromEntries(wanted.map((part) => [part, policy[part]]));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}
