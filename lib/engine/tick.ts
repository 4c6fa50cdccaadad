import { randomUUID } from "node:crypto";
import type { Database } from "@/db/database";
import { claimBucket } from "@/db/queries/bucket/claim-bucket";
import { settleDue } from "@/db/queries/bucket/settle-due";
import { findNextDue, readDueSubjects, readInbox, removeInbox } from "@/db/queries/tick/read-inputs";
import { applyDue, applyItem } from "@/lib/engine/apply-item";
import { loadSubjects } from "@/lib/engine/load-subjects";
import type { PlanCache } from "@/lib/engine/plan-cache";
import type { TickScope } from "@/lib/engine/scope";
import { writeAll } from "@/lib/engine/write-all";
import { Writes } from "@/lib/engine/writes";

export const TICK_BATCH_MAX = 500;

export interface Ticked {
  items: number;
  dueSubjects: number;
  moves: number;
  decisions: number;
}

/** Decide everything that waits for one bucket, in one transaction: take the lock, read, load, decide in memory, write,
 * commit. Null when another worker has the bucket. A worker that dies inside leaves nothing half done. */
export async function tick(
  { database, plans }: { database: Database; plans: PlanCache },
  {
    workspaceId,
    bucket,
    batchMax = TICK_BATCH_MAX,
    now,
  }: { workspaceId: string; bucket: number; batchMax?: number; now?: Date },
): Promise<Ticked | null> {
  return database.transaction(workspaceId, async (tx) => {
    const claim = await claimBucket(tx, bucket, "tick");
    if (!claim) return null;
    const at = now ?? claim.now;
    const items = await readInbox(tx, bucket, at, batchMax);
    const due = await readDueSubjects(tx, bucket, at, batchMax);
    const ids = [...new Set([...items.map((one) => one.subjectId), ...due])];
    const writes = new Writes();
    if (ids.length > 0) {
      const live = await plans.read(tx);
      const subjects = await loadSubjects({ tx, bucket, now: at, live, plans }, ids, items);
      const scope: TickScope = { bucket, nowMs: at.getTime(), live, subjects, writes, newId: randomUUID };
      for (const item of items) {
        const subject = subjects.get(item.subjectId);
        if (subject) applyItem(scope, subject, item);
      }
      for (const subject of subjects.values()) applyDue(scope, subject);
      await writeAll(tx, scope, at);
      await removeInbox(
        tx,
        bucket,
        items.map((one) => one.id),
      );
    }
    await settleDue(tx, { bucket, work: "tick", turn: claim.turn, nextDueAt: await findNextDue(tx, bucket) });
    return {
      items: items.length,
      dueSubjects: due.length,
      moves: writes.moves.length,
      decisions: writes.decisions.length,
    };
  });
}
