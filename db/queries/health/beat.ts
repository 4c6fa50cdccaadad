import type { Tx } from "@/db/transaction";

/** A worker says that it lives. Rows of workers not seen for a day are forgotten on the way. */
export async function beat(tx: Tx, workerId: string): Promise<void> {
  await tx.query(
    `insert into worker_heartbeat (id, started_at, seen_at) values ($1, now(), now())
     on conflict (id) do update set seen_at = excluded.seen_at`,
    [workerId],
  );
  await tx.query("delete from worker_heartbeat where seen_at < now() - interval '1 day'");
}
