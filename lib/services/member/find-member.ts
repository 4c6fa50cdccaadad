import { lockMembers, type MemberRow } from "@/db/queries/member/list-members";
import type { Tx } from "@/db/transaction";
import { AppError } from "@/lib/errors/app-error";

/** The member, with every membership of the workspace held, so that two admins cannot remove each other. */
export async function findMember(tx: Tx, userId: string): Promise<{ member: MemberRow; isLastAdmin: boolean }> {
  const members = await lockMembers(tx);
  const member = members.find((one) => one.userId === userId);
  if (!member) throw new AppError("not_found", "There is no such member in this workspace.");
  const isLastAdmin = member.role === "admin" && members.filter((one) => one.role === "admin").length === 1;
  return { member, isLastAdmin };
}
