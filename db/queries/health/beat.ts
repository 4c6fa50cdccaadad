import type { Tx } from "@/db/transaction";

/** Say that this worker lives; rows of workers gone for an hour are cleared away. */
export async function beat(tx: Tx, workerId: string): Promise<void> {
  await tx.query(
    "insert into worker_heartbeat (id) values ($1) on conflict (id) do update set seen_at = clock_timestamp()",
    [workerId],
    "beat",
  );
  await tx.query("delete from worker_heartbeat where seen_at < clock_timestamp() - interval '1 hour'", [], "clear-beats");
}
