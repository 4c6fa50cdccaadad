import { countOwned, listMembers as listRows } from "@/db/queries/member/list-members";
import { roles } from "@/lib/contract/contract";
import { listMembersContract, type MemberListed } from "@/lib/contract/member/member-verbs";
import { defineVerb } from "@/lib/services/define-verb";

export const listMembers = defineVerb(listMembersContract, async ({ tx }): Promise<MemberListed[]> => {
  const [rows, owned] = [await listRows(tx), await countOwned(tx)];
  return rows.map(({ userId, name, email, role, createdAt }) => ({
    userId,
    name,
    email,
    role: roles.find((one) => one === role) ?? "viewer",
    sinceMs: createdAt.getTime(),
    accountsOwned: owned.get(userId)?.accounts ?? 0,
    tasksOpen: owned.get(userId)?.tasks ?? 0,
  }));
});
