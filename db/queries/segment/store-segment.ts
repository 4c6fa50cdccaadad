import { and, asc, eq, isNull } from "drizzle-orm";
import { segment } from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { Rule } from "@/lib/audience/rule";

export type SegmentRow = typeof segment.$inferSelect;

/** All segments, deleted ones too: a journey that points at one must be able to say which it was. */
export async function listSegments(tx: Tx): Promise<SegmentRow[]> {
  return tx.db.select().from(segment).where(eq(segment.workspaceId, tx.workspaceId)).orderBy(asc(segment.name));
}

export async function addSegment(
  tx: Tx,
  row: { id: string; name: string; subject: string; rule: Rule; builtIn?: string; createdAt: Date },
): Promise<void> {
  await tx.db.insert(segment).values({ ...row, workspaceId: tx.workspaceId });
}

/** False when there is no such segment, or it was deleted. */
export async function changeSegment(
  tx: Tx,
  { id, ...row }: { id: string; name: string; subject: string; rule: Rule },
): Promise<boolean> {
  const changed = await tx.db
    .update(segment)
    .set(row)
    .where(and(eq(segment.workspaceId, tx.workspaceId), eq(segment.id, id), isNull(segment.deletedAt)))
    .returning({ id: segment.id });
  return changed.length > 0;
}

export async function markSegmentDeleted(tx: Tx, id: string, at: Date): Promise<string | null> {
  const [row] = await tx.db
    .update(segment)
    .set({ deletedAt: at })
    .where(and(eq(segment.workspaceId, tx.workspaceId), eq(segment.id, id), isNull(segment.deletedAt)))
    .returning({ name: segment.name });
  return row?.name ?? null;
}

export async function countSegmentMembers(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.query<{ segment_id: string; n: number }>(
    "select segment_id, count(*)::int as n from segment_member where workspace_id = $1 group by segment_id",
    [tx.workspaceId],
  );
  return new Map(rows.map((row) => [row.segment_id, row.n]));
}
