import { findFirstWorkspace } from "@/db/queries/user/find-first-workspace";
import { loadWorkspace } from "@/db/queries/workspace/load-workspace";
import { database } from "@/lib/http/database";

/** Where a user goes who asks for nothing in particular; null for one who is in no workspace. */
export async function homeOf(userId: string): Promise<string | null> {
  const workspaceId = await database().outside((tx) => findFirstWorkspace(tx, userId));
  if (workspaceId === null) return null;
  const workspace = await database().transaction(workspaceId, loadWorkspace);
  return workspace && `/${workspace.slug}`;
}
