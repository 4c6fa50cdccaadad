import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

export interface Postmaster {
  pid: number;
  port: number;
}

const pidFile = (clusterDir: string) => path.join(clusterDir, "postmaster.pid");

/** The server that runs on this cluster now, whoever started it. A left-over lock file of a dead one is removed. */
export function runningPostmaster(clusterDir: string): Postmaster | undefined {
  const lines = readLines(pidFile(clusterDir));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (isAlive(pid) && looksLikePostgres(pid)) return { pid, port: Number(lines[3]) };
  // After a reboot its process id may belong to someone else, and Postgres would then refuse to start.
  rmSync(pidFile(clusterDir), { force: true });
  return undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** Asks for a fast shutdown, and for an immediate one when that takes too long. */
export async function stopPostmaster(pid: number, patienceMs = 20_000): Promise<void> {
  signal(pid, "SIGINT");
  if (await isGone(pid, patienceMs)) return;
  signal(pid, "SIGQUIT");
  if (!(await isGone(pid, 10_000))) throw new Error(`Postgres (process ${pid}) does not stop.`);
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** In a container whose first process reaps nothing, a dead orphan stays in the table for ever. */
function isZombie(pid: number): boolean {
  return /^State:\s+Z/m.test(readLines(`/proc/${pid}/status`).join("\n"));
}

function looksLikePostgres(pid: number): boolean {
  const command = readLines(`/proc/${pid}/cmdline`).join(" ");
  return command === "" || command.includes("postgres");
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
