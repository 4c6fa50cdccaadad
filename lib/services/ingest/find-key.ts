import { createHash } from "node:crypto";
import { findWriteKey, type FoundWriteKey } from "@/db/queries/ingest/find-write-key";
import type { IngestDeps } from "@/lib/services/ingest/ingest-batch";
import type { IngestMemory } from "@/lib/services/ingest/ingest-memory";

/** How a write key is kept: only its SHA-256. */
export function hashKey(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The living key of this secret, remembered for a few seconds; so a revoked key stops working within them. */
export async function findKey(deps: IngestDeps, memory: IngestMemory, secret: string): Promise<FoundWriteKey | null> {
  const hash = hashKey(secret);
  const nowMs = deps.now().getTime();
  const remembered = memory.keys.get(hash, nowMs);
  if (remembered !== undefined) return remembered;
  const found = await deps.database.outside((tx) => findWriteKey(tx, hash));
  memory.keys.set(hash, found, nowMs);
  return found;
}
