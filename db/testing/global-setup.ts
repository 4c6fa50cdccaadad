import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { isAlive } from "@/db/embedded/postmaster";
import { removeDataDir } from "@/db/embedded/remove-data-dir";
import { startEmbedded } from "@/db/embedded/start-embedded";

const ROOT = path.resolve(".cache/test-database");

/** One Postgres for the whole run, unless WAYMARK_TEST_DATABASE_URL names another. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.WAYMARK_TEST_DATABASE_URL) return undefined;
  mkdirSync(ROOT, { recursive: true });
  // Each folder is named after the process that made it: those of killed runs go first.
  for (const name of readdirSync(ROOT)) if (!isAlive(Number(name))) await removeDataDir(path.join(ROOT, name));
  const dataDir = path.join(ROOT, String(process.pid));
  const server = await startEmbedded({ dataDir, log: () => undefined, durable: false });
  process.env.WAYMARK_TEST_DATABASE_URL = server.url;
  return () => server.remove();
}
