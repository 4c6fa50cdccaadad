import type { Tx } from "@/db/transaction";

/** Milliseconds since any worker was last heard of, by the database's clock; null when none ever was. */
export async function loadWorkerSilence(tx: Tx): Promise<number | null> {
  const [row] = await tx.query<{ silence_ms: number | null }>(
    "select (extract(epoch from now() - max(seen_at)) * 1000)::float8 as silence_ms from worker_heartbeat",
  );
  return row?.silence_ms ?? null;
}
