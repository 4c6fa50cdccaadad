import { Database } from "@/db/database";
import { keepHeartbeat } from "@/lib/engine/keep-heartbeat";
import { Worker } from "@/lib/engine/worker";
import { env } from "@/lib/env";
import { log } from "@/lib/http/log";

const url = env().databaseUrl;
if (url === undefined)
  throw new Error(
    "DATABASE_URL is not set. A worker needs the database of the start it belongs to: npm start shows both.",
  );

const database = new Database({ url });
const worker = new Worker({
  database,
  deliver: async () => undefined,
  onError: (where, err) => log.error({ where, err }, "worker"),
});
await worker.start();
const heartbeat = await keepHeartbeat(database);

async function stop(): Promise<void> {
  await worker.stop();
  await heartbeat.stop();
  await database.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
