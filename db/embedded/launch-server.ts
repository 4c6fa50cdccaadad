import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { serverEnvironment } from "./server-environment";
import type { ServerUser } from "./server-user";
import { serverSettings } from "./server-settings";

interface Launch {
  nativeDir: string;
  clusterDir: string;
  logFile: string;
  port: number;
  durable: boolean;
  user: ServerUser | undefined;
}

/** Starts the server and gives its process id at once; `exited` settles when it ends; its last words are in the log file. */
export function launchServer({ nativeDir, clusterDir, logFile, port, durable, user }: Launch): {
  pid: number;
  exited: Promise<void>;
} {
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(path.join(nativeDir, "bin/postgres"), ["-D", clusterDir, ...serverSettings(port, durable)], {
    ...user,
    cwd: clusterDir,
    env: serverEnvironment,
    // In its own process group: Ctrl-C reaches us alone, and we stop it after those who use it.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const exited = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  return { pid: child.pid ?? 0, exited };
}
