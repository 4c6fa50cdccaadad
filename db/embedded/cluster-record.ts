import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

export const SUPERUSER = "waymark";

const ClusterRecord = z.object({
  /** Where the cluster's files are: relative to the data directory, or absolute when they had to live elsewhere. */
  directory: z.string(),
  port: z.number().int(),
  password: z.string(),
  major: z.string(),
});
export type ClusterRecord = z.infer<typeof ClusterRecord>;

const file = (dataDir: string) => path.join(dataDir, "postgres.json");

export function readClusterRecord(dataDir: string): ClusterRecord | undefined {
  if (!existsSync(file(dataDir))) return undefined;
  return ClusterRecord.parse(JSON.parse(readFileSync(file(dataDir), "utf8")));
}

/** Holds the password, so only its owner can read it. */
export function writeClusterRecord(dataDir: string, record: ClusterRecord): void {
  const making = `${file(dataDir)}.new`;
  writeFileSync(making, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(making, file(dataDir));
}

/** The superuser's address of the database `waymark`. */
export function clusterUrl({ port, password }: ClusterRecord): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/waymark`;
}
