import { deleteMembership } from "@/db/queries/member/write-member";
import { removeMemberContract } from "@/lib/contract/member/member-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";
import { findMember } from "@/lib/services/member/find-member";

/** Takes the membership away, from the next request on. The account itself stays: it may belong to other workspaces. */
export const removeMember = defineVerb(removeMemberContract, async ({ tx, audit }, { userId }) => {
  const { member, isLastAdmin } = await findMember(tx, userId);
  if (isLastAdmin) {
    const message = `${member.name} is the last admin and cannot be removed. Make somebody else an admin first.`;
    throw new AppError("invalid", message, { fields: [{ field: "userId", message }] });
  }
  await deleteMembership(tx, userId);
  audit(`user:${userId}`, { name: member.name, email: member.email, role: member.role });
  return { name: member.name };
});
