import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { canEnter } from "./can-use";
import { type ClusterRecord, clusterUrl, readClusterRecord, writeClusterRecord } from "./cluster-record";
import { createCluster } from "./create-cluster";
import { anyFreePort, isPortFree } from "./free-port";
import { holdCluster } from "./hold-cluster";
import { launchServer } from "./launch-server";
import { placeBinaries } from "./place-binaries";
import { type PlatformPackage, platformPackage } from "./platform-package";
import { runningPostmaster, stopPostmaster } from "./postmaster";
import { removeDataDir } from "./remove-data-dir";
import { serverUser } from "./server-user";
import { shelterDir } from "./shelter-dir";

const LAUNCH_ATTEMPTS_MAX = 5;

export interface EmbeddedOptions {
  /** Made if missing. Holds the cluster, or the note that says where it is. */
  dataDir: string;
  /** Called with a sentence before each step that can take longer than a moment. */
  log: (sentence: string) => void;
  /** False only for tests: faster, and lost in a power cut. */
  durable?: boolean;
}

export interface Embedded {
  /** Superuser on the database `waymark`. */
  url: string;
  clusterDir: string;
  /** Settles when the server is gone without having been asked to stop. */
  died: Promise<void>;
  stop(): Promise<void>;
  /** Stop and delete the cluster. */
  remove(): Promise<void>;
}

/**
 * Starts the built-in Postgres of a data directory, or takes over one that a killed start left running.
 * Throws when another start holds it, or when the files are of another major version.
 */
export async function startEmbedded({ dataDir: given, log, durable = true }: EmbeddedOptions): Promise<Embedded> {
  const dataDir = path.resolve(given);
  makeDataDir(dataDir);
  const found = platformPackage();
  let record = readClusterRecord(dataDir) ?? newRecord(dataDir, found);
  const clusterDir = path.resolve(dataDir, record.directory);
  checkMajor(clusterDir, found);
  const user = serverUser(clusterDir);
  const nativeDir = placeBinaries(found, user, dataDir);
  if (!existsSync(path.join(clusterDir, "PG_VERSION"))) {
    log(
      record.directory === "postgres"
        ? "Creating the database"
        : `Creating the database in ${clusterDir}, because Postgres cannot run as root and its user cannot enter ${dataDir}`,
    );
    writeClusterRecord(dataDir, record);
    await createCluster({ nativeDir, clusterDir, password: record.password, user });
  }

  for (let attempt = 1; ; attempt += 1) {
    const running = runningPostmaster(clusterDir);
    if (running !== undefined) {
      const held = await holdCluster({ ...record, port: running.port }, undefined);
      if (held !== undefined) {
        log("Taking over the database that a killed start left running");
        return embedded({ ...record, port: running.port }, clusterDir, dataDir, running.pid, held);
      }
    }
    if (record.port === 0 || !(await isPortFree(record.port))) record = { ...record, port: await anyFreePort() };
    const logFile = path.join(dataDir, "postgres.log");
    const launched = launchServer({ nativeDir, clusterDir, logFile, port: record.port, durable, user });
    const held = await holdCluster(record, launched.exited);
    if (held !== undefined) {
      writeClusterRecord(dataDir, record);
      return embedded(record, clusterDir, dataDir, launched.pid, held);
    }
    await launched.exited;
    const said = readFileSync(logFile, "utf8").trim();
    if (
      attempt === LAUNCH_ATTEMPTS_MAX ||
      !/could not bind|Address already in use|still in use|lock file/i.test(said)
    ) {
      throw new Error(`The database does not start. Postgres says:\n${said}`);
    }
    if (/could not bind|Address already in use/i.test(said)) record = { ...record, port: await anyFreePort() };
    await new Promise((resolve) => setTimeout(resolve, 300 * attempt));
  }
}

function embedded(
  record: ClusterRecord,
  clusterDir: string,
  dataDir: string,
  pid: number,
  held: { died: Promise<void>; release(): Promise<void> },
): Embedded {
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= held.release().then(() => stopPostmaster(pid));
    return stopping;
  };
  return {
    url: clusterUrl(record),
    clusterDir,
    died: held.died,
    stop,
    async remove() {
      await stop();
      await removeDataDir(dataDir);
    },
  };
}

function makeDataDir(dataDir: string): void {
  const isNew = !existsSync(dataDir);
  mkdirSync(dataDir, { recursive: true });
  // The server's user must pass through it; the secrets in it are readable by their owner only.
  if (isNew && process.getuid?.() === 0) chmodSync(dataDir, 0o711);
}

function newRecord(dataDir: string, { version }: PlatformPackage): ClusterRecord {
  const major = version.split(".")[0] ?? version;
  const inside = path.join(dataDir, "postgres");
  if (existsSync(inside)) {
    throw new Error(
      `${inside} holds a database, but ${path.join(dataDir, "postgres.json")} with its password is missing. Put that file back, or move the folder away to start afresh.`,
    );
  }
  const reachable = canEnter(serverUser(), dataDir);
  const directory = reachable ? "postgres" : path.join(shelterDir(), `data-${randomBytes(6).toString("hex")}`);
  return { directory, port: 0, password: randomBytes(24).toString("hex"), major };
}

function checkMajor(clusterDir: string, { version }: PlatformPackage): void {
  const file = path.join(clusterDir, "PG_VERSION");
  if (!existsSync(file)) return;
  const major = readFileSync(file, "utf8").trim();
  if (version.startsWith(`${major}.`)) return;
  throw new Error(
    `The database in ${clusterDir} was made by Postgres ${major}, and this release brings ${version}. Start it with the release of Waymark that wrote it, or set WAYMARK_DATA_DIR to a new folder`,
  );
}
