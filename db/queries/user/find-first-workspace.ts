import type { Tx } from "@/db/transaction";

/** The workspace the user joined first. Asked outside every workspace. */
export async function findFirstWorkspace(tx: Tx, userId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    "select workspace_id as id from membership where user_id = $1 order by created_at, workspace_id limit 1",
    [userId],
  );
  return row?.id ?? null;
}
