import type { AuditRequest } from "./read-request";
import type { Database } from "@/db/database";
import { verifyAudit } from "@/db/queries/audit/verify-audit";
import { listWorkspaceIds } from "@/db/queries/workspace/list-workspace-ids";
import { loadWorkspace } from "@/db/queries/workspace/load-workspace";

/** Walk the audit log of every workspace, or of one, and say a line about each. */
export async function verifyLogs(
  database: Database,
  { slug, seen }: AuditRequest,
): Promise<{ lines: string[]; isSound: boolean }> {
  const lines: string[] = [];
  let isSound = true;
  for (const id of await database.outside(listWorkspaceIds)) {
    await database.transaction(id, async (tx) => {
      const workspace = await loadWorkspace(tx);
      if (!workspace || (slug !== undefined && slug !== workspace.slug)) return;
      const { entries, head, problem } = await verifyAudit(tx, seen);
      if (problem) isSound = false;
      lines.push(
        problem
          ? `${workspace.slug}: entry ${problem.number} ${problem.what}.`
          : `${workspace.slug}: ${entries} entries, all in order.${head ? ` Last: ${head.number}:${head.hash}` : ""}`,
      );
    });
  }
  if (lines.length > 0 || slug === undefined) return { lines, isSound };
  throw new Error(`There is no workspace called ${slug}.`);
}
