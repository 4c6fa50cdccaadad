import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { readClusterRecord } from "./cluster-record";
import { runningPostmaster, stopPostmaster } from "./postmaster";

/** Deletes a data directory with its cluster, wherever that is, and stops a server that a killed run left on it. */
export async function removeDataDir(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const record = readClusterRecord(dataDir);
  if (record !== undefined) {
    const clusterDir = path.resolve(dataDir, record.directory);
    const left = runningPostmaster(clusterDir);
    if (left !== undefined) await stopPostmaster(left.pid, 0);
    rmSync(clusterDir, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}
