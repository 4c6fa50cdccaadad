import type { z } from "zod";

export const roles = ["admin", "manager", "marketer", "csm", "viewer"] as const;
export type Role = (typeof roles)[number];

/** One verb as every door sees it: who may call it, what it takes, and the name its audit entry carries.
 * Admins may call everything. `audit: null` is for verbs that only read. */
export interface Contract<Input extends z.ZodType = z.ZodType> {
  name: string;
  roles: readonly Role[];
  input: Input;
  audit: string | null;
}

export function contract<Input extends z.ZodType>(definition: Contract<Input>): Contract<Input> {
  return definition;
}

export const everyone: readonly Role[] = [...roles];
