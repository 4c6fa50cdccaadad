import { spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SUPERUSER } from "./cluster-record";
import { serverEnvironment } from "./server-environment";
import type { ServerUser } from "./server-user";

interface NewCluster {
  nativeDir: string;
  clusterDir: string;
  password: string;
  user: ServerUser | undefined;
}

/** Creates the cluster's files. Made beside their place and renamed, so that an interrupted start leaves nothing half done. */
export async function createCluster({ nativeDir, clusterDir, password, user }: NewCluster): Promise<void> {
  const making = `${clusterDir}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const passwordFile = path.join(making, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const data = path.join(making, "data");
  if (user !== undefined) {
    chownSync(making, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  await runInitdb(path.join(nativeDir, "bin/initdb"), user, [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ]);
  rmSync(passwordFile);
  chmodSync(data, 0o700);
  renameSync(data, clusterDir);
  rmSync(making, { recursive: true });
}

function runInitdb(initdb: string, user: ServerUser | undefined, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, { ...user, cwd: "/", env: serverEnvironment, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The database could not be created. Postgres says:\n${said.trim()}`));
    });
  });
}
