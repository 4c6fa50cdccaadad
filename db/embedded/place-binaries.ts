import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { canRead } from "./can-use";
import { linkLibraries } from "./link-libraries";
import type { PlatformPackage } from "./platform-package";
import type { ServerUser } from "./server-user";
import { shelterDir } from "./shelter-dir";

/** The folder to run the server from: the package itself when it is complete and reachable, else a copy that is. */
export function placeBinaries(
  { nativeDir, version }: PlatformPackage,
  user: ServerUser | undefined,
  dataDir: string,
): string {
  if (linked(nativeDir) && canRead(user, probes(nativeDir))) return nativeDir;
  const copy = path.join(user === undefined ? dataDir : shelterDir(), `postgres-${version}`);
  if (!existsSync(copy)) copyBinaries(nativeDir, copy);
  return copy;
}

function linked(nativeDir: string): boolean {
  try {
    linkLibraries(nativeDir);
    return true;
  } catch {
    return false;
  }
}

function probes(nativeDir: string): string[] {
  return [
    "bin/postgres",
    "bin/initdb",
    "lib",
    "lib/postgresql",
    "share/postgresql/postgres.bki",
    "share/postgresql/timezonesets/Default",
  ]
    .map((file) => path.join(nativeDir, file))
    .filter((file) => existsSync(file) || !file.includes("bin"));
}

function copyBinaries(from: string, to: string): void {
  // Renamed into place at the end, so that a copy cut short is never taken for a whole one.
  const making = `${to}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, making, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith(".a") });
  linkLibraries(making);
  openToReaders(making);
  renameSync(making, to);
}

function openToReaders(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const at = path.join(dir, entry.name);
    if (entry.isDirectory()) openToReaders(at);
    else if (entry.isFile()) chmodSync(at, (statSync(at).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}
