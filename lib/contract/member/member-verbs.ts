import { z } from "zod";
import { contract, everyone, type Role, roles } from "@/lib/contract/contract";

const role = z.enum(roles, `Choose one of ${roles.join(", ")}.`);

export const listMembersContract = contract({ name: "member.list", roles: everyone, input: z.object({}), audit: null });

/** A person who has no account yet gets a first password, answered this once. */
export const addMemberContract = contract({
  name: "member.add",
  roles: ["admin"],
  input: z.object({
    name: z.string().trim().min(1, "Say what to call them.").max(120, "Use at most 120 characters."),
    email: z
      .email("This is not an e-mail address.")
      .max(254, "Use at most 254 characters.")
      .transform((email) => email.toLowerCase()),
    role,
  }),
  audit: "member.added",
});

export const changeMemberRoleContract = contract({
  name: "member.changeRole",
  roles: ["admin"],
  input: z.object({ userId: z.uuid(), role }),
  audit: "member.role_changed",
});

export const removeMemberContract = contract({
  name: "member.remove",
  roles: ["admin"],
  input: z.object({ userId: z.uuid() }),
  audit: "member.removed",
});

export interface MemberListed {
  userId: string;
  name: string;
  email: string;
  role: Role;
  sinceMs: number;
  /** What would be left without somebody to look after it. */
  accountsOwned: number;
  tasksOpen: number;
}
