import { Database } from "@/db/database";
import { keepHeartbeat } from "@/lib/engine/keep-heartbeat";
import { env } from "@/lib/env";

const url = env().databaseUrl;
if (url === undefined) throw new Error("DATABASE_URL is not set. A worker needs the database of the start it belongs to: npm start shows both.");

const database = new Database({ url });
const heartbeat = await keepHeartbeat(database);

async function stop(): Promise<void> {
  await heartbeat.stop();
  await database.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
