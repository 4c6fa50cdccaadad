import { readRequest } from "@/bin/audit/read-request";
import { verifyLogs } from "@/bin/audit/verify-logs";
import { Database } from "@/db/database";
import { clusterUrl, readClusterRecord } from "@/db/embedded/cluster-record";
import { env } from "@/lib/env";

const request = readRequest(process.argv.slice(3));
const { databaseUrl, dataDir } = env();
const record = databaseUrl === undefined ? readClusterRecord(dataDir) : undefined;
const url = databaseUrl ?? (record && clusterUrl(record));
if (url === undefined)
  throw new Error(`There is no database in ${dataDir} yet. Start Waymark with npm start, or set DATABASE_URL.`);

const database = new Database({ url, maxConnections: 1 });
try {
  const { lines, isSound } = await verifyLogs(database, request);
  process.stdout.write(`${lines.join("\n")}\n`);
  if (!isSound) process.exitCode = 1;
} catch (cause) {
  if (!(cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED")) throw cause;
  throw new Error("The database does not answer. Start Waymark with npm start, then ask again.", { cause });
} finally {
  await database.close();
}
