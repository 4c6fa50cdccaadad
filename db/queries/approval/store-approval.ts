import { and, eq } from "drizzle-orm";
import { approval } from "@/db/schema";
import type { Tx } from "@/db/transaction";

export type ApprovalRow = typeof approval.$inferSelect;

export async function addApproval(tx: Tx, row: Omit<typeof approval.$inferInsert, "workspaceId">): Promise<void> {
  await tx.db.insert(approval).values({ ...row, workspaceId: tx.workspaceId });
}

export async function lockApproval(tx: Tx, id: string): Promise<ApprovalRow | null> {
  const [row] = await tx.db
    .select()
    .from(approval)
    .where(and(eq(approval.workspaceId, tx.workspaceId), eq(approval.id, id)))
    .for("update");
  return row ?? null;
}

export async function decideApproval(
  tx: Tx,
  id: string,
  decision: { status: string; decidedBy: string | null; decidedAt: Date; manner: string; comment: string },
): Promise<void> {
  await tx.db
    .update(approval)
    .set(decision)
    .where(and(eq(approval.workspaceId, tx.workspaceId), eq(approval.id, id)));
}

/** Whatever else is asked for this journey is withdrawn: a new version takes its place. */
export async function withdrawApprovals(tx: Tx, journeyId: string, at: Date): Promise<void> {
  await tx.db
    .update(approval)
    .set({ status: "withdrawn", decidedAt: at })
    .where(
      and(eq(approval.workspaceId, tx.workspaceId), eq(approval.journeyId, journeyId), eq(approval.status, "asked")),
    );
}

export interface ApprovalListRow {
  id: string;
  status: string;
  risk: string;
  facts: Record<string, unknown>;
  journey_id: string;
  journey_name: string;
  version_id: string;
  number: number;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  decided_by_name: string | null;
  decided_at: Date | null;
  manner: string | null;
  comment: string;
}

export async function listApprovals(
  tx: Tx,
  filter: { status: string | null; id: string | null },
): Promise<ApprovalListRow[]> {
  return tx.query<ApprovalListRow>(
    `select a.id, a.status, a.risk, a.facts, a.journey_id, j.name as journey_name, a.version_id, v.number, a.asked_by,
            asker.name as asked_by_name, a.asked_at, decider.name as decided_by_name, a.decided_at, a.manner, a.comment
       from approval a
       join journey j on j.workspace_id = a.workspace_id and j.id = a.journey_id
       join journey_version v on v.workspace_id = a.workspace_id and v.id = a.version_id
       left join "user" asker on asker.id = a.asked_by
       left join "user" decider on decider.id = a.decided_by
      where a.workspace_id = $1 and ($2::text is null or a.status = $2) and ($3::uuid is null or a.id = $3)
      order by (a.status = 'asked') desc, a.asked_at desc limit 200`,
    [tx.workspaceId, filter.status, filter.id],
  );
}

/** How many others could approve a launch. */
export async function countApprovers(tx: Tx, exceptUserId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    "select count(*)::int as n from membership where workspace_id = $1 and role in ('admin', 'manager', 'marketer') and user_id <> $2",
    [tx.workspaceId, exceptUserId],
  );
  return row?.n ?? 0;
}
