import type { Tx } from "@/db/transaction";
import type { Role } from "@/lib/contract/contract";

/** False when they are a member already. */
export async function addMembership(tx: Tx, userId: string, role: Role, at: Date): Promise<boolean> {
  const rows = await tx.query(
    "insert into membership (workspace_id, user_id, role, created_at) values ($1, $2, $3, $4) on conflict do nothing returning user_id",
    [tx.workspaceId, userId, role, at],
  );
  return rows.length > 0;
}

export async function setMemberRole(tx: Tx, userId: string, role: Role): Promise<void> {
  await tx.query("update membership set role = $3 where workspace_id = $1 and user_id = $2", [
    tx.workspaceId,
    userId,
    role,
  ]);
}

export async function deleteMembership(tx: Tx, userId: string): Promise<void> {
  await tx.query("delete from membership where workspace_id = $1 and user_id = $2", [tx.workspaceId, userId]);
}
