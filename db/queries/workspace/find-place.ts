import type { Tx } from "@/db/transaction";

/** The workspace an address means and the caller's role in it; null when either is missing, so that a
 * foreign workspace and one that does not exist answer alike. Asked outside every workspace. */
export async function findPlace(
  tx: Tx,
  { slug, userId }: { slug: string; userId: string },
): Promise<{ workspaceId: string; role: string } | null> {
  const [row] = await tx.query<{ workspace_id: string; role: string }>(
    "select workspace_id, role from membership where workspace_id = workspace_id_of($1) and user_id = $2",
    [slug, userId],
  );
  return row ? { workspaceId: row.workspace_id, role: row.role } : null;
}
