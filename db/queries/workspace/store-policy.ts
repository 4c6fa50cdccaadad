import type { Tx } from "@/db/transaction";

/** The stored part of the policy, locked until the transaction ends, so that two savings do not undo each other. */
export async function lockPolicy(tx: Tx): Promise<unknown> {
  const [row] = await tx.query<{ policy: unknown }>("select policy from workspace where id = $1 for update", [
    tx.workspaceId,
  ]);
  return row?.policy ?? {};
}

export async function storePolicy(tx: Tx, difference: Record<string, unknown>): Promise<void> {
  await tx.query("update workspace set policy = $2 where id = $1", [tx.workspaceId, JSON.stringify(difference)]);
}
