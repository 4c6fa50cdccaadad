import { setMemberRole } from "@/db/queries/member/write-member";
import { changeMemberRoleContract } from "@/lib/contract/member/member-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";
import { findMember } from "@/lib/services/member/find-member";

/** Holds from the member's next request on. */
export const changeMemberRole = defineVerb(changeMemberRoleContract, async ({ tx, audit }, { userId, role }) => {
  const { member, isLastAdmin } = await findMember(tx, userId);
  if (member.role === role) return { name: member.name };
  if (isLastAdmin) {
    const message = `${member.name} is the last admin. Make somebody else an admin first.`;
    throw new AppError("invalid", message, { fields: [{ field: "role", message }] });
  }
  await setMemberRole(tx, userId, role);
  audit(`user:${userId}`, { name: member.name, email: member.email, from: member.role, to: role });
  return { name: member.name };
});
