import { setMemberRole } from "@/db/queries/member/write-member";
import { changeMemberRoleContract } from "@/lib/contract/member/member-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";
import { findMember } from "@/lib/services/member/find-member";

/** Holds from the member's next request on. */
export const changeMemberRole = defineVerb(changeMemberRoleContract, async ({ tx, audit }, { userId, role }) => {
  const { member, isLastAdmin } = await findMember(tx, userId);
  const problem =
    member.role === role
      ? `${member.name} has this role already. Choose another.`
      : isLastAdmin
        ? `${member.name} is the last admin. Make somebody else an admin first.`
        : null;
  if (problem !== null) throw new AppError("invalid", problem, { fields: [{ field: "role", message: problem }] });
  await setMemberRole(tx, userId, role);
  audit(`user:${userId}`, { name: member.name, email: member.email, from: member.role, to: role });
  return { name: member.name };
});
