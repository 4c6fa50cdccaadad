import { and, eq } from "drizzle-orm";
import { journey, journeyVersion } from "@/db/schema";
import type { Tx } from "@/db/transaction";
import type { JourneyDocument } from "@/lib/journey/document";
import type { JourneyLayout } from "@/lib/journey/edit/journey-draft";

export type JourneyRow = typeof journey.$inferSelect;
export type VersionRow = typeof journeyVersion.$inferSelect;

export async function addJourney(
  tx: Tx,
  input: { id: string; name: string; draft: JourneyDocument; layout: JourneyLayout; ownerId: string | null; at: Date },
): Promise<void> {
  const { id, name, draft, layout, ownerId, at } = input;
  await tx.db
    .insert(journey)
    .values({ workspaceId: tx.workspaceId, id, name, draft, layout, ownerId, createdAt: at, changedAt: at });
}

export async function findJourney(tx: Tx, id: string): Promise<JourneyRow | null> {
  const [row] = await tx.db
    .select()
    .from(journey)
    .where(and(eq(journey.workspaceId, tx.workspaceId), eq(journey.id, id)));
  return row ?? null;
}

/** The journey, locked until the transaction ends: its counters of revision and version are ours. */
export async function lockJourney(tx: Tx, id: string): Promise<JourneyRow | null> {
  const [row] = await tx.db
    .select()
    .from(journey)
    .where(and(eq(journey.workspaceId, tx.workspaceId), eq(journey.id, id)))
    .for("update");
  return row ?? null;
}

export async function changeJourney(tx: Tx, id: string, change: Partial<JourneyRow>): Promise<void> {
  await tx.db
    .update(journey)
    .set(change)
    .where(and(eq(journey.workspaceId, tx.workspaceId), eq(journey.id, id)));
}

export async function addVersion(
  tx: Tx,
  version: Omit<typeof journeyVersion.$inferInsert, "workspaceId">,
): Promise<void> {
  await tx.db.insert(journeyVersion).values({ ...version, workspaceId: tx.workspaceId });
}

export async function changeVersion(
  tx: Tx,
  id: string,
  change: { publishedAt?: Date; retiredAt?: Date },
): Promise<void> {
  await tx.db
    .update(journeyVersion)
    .set(change)
    .where(and(eq(journeyVersion.workspaceId, tx.workspaceId), eq(journeyVersion.id, id)));
}

export async function findVersion(tx: Tx, id: string): Promise<VersionRow | null> {
  const [row] = await tx.db
    .select()
    .from(journeyVersion)
    .where(and(eq(journeyVersion.workspaceId, tx.workspaceId), eq(journeyVersion.id, id)));
  return row ?? null;
}
