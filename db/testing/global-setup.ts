import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readClusterRecord } from "@/db/embedded/cluster-record";
import { isAlive, runningPostmaster, stopPostmaster } from "@/db/embedded/postmaster";
import { startEmbedded } from "@/db/embedded/start-embedded";

const ROOT = path.resolve(".cache/test-database");

/** One Postgres for the whole run, unless WAYMARK_TEST_DATABASE_URL names another. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.WAYMARK_TEST_DATABASE_URL) return undefined;
  mkdirSync(ROOT, { recursive: true });
  await sweep();
  const server = await startEmbedded({ dataDir: path.join(ROOT, String(process.pid)), log: () => undefined, durable: false });
  process.env.WAYMARK_TEST_DATABASE_URL = server.url;
  return () => server.remove();
}

/** Removes what killed runs left behind; each folder is named after the process that made it. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(ROOT)) {
    if (isAlive(Number(name))) continue;
    const dataDir = path.join(ROOT, name);
    const record = readClusterRecord(dataDir);
    if (record !== undefined) {
      const clusterDir = path.resolve(dataDir, record.directory);
      const left = runningPostmaster(clusterDir);
      if (left !== undefined) await stopPostmaster(left.pid, 0);
      rmSync(clusterDir, { recursive: true, force: true });
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}
