import type { Tx } from "@/db/transaction";

/** A worker that stops on purpose leaves no row behind. */
export async function forgetWorker(tx: Tx, workerId: string): Promise<void> {
  await tx.query("delete from worker_heartbeat where id = $1", [workerId]);
}
