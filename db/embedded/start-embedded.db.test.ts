import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readClusterRecord, writeClusterRecord } from "./cluster-record";
import { type Embedded, startEmbedded } from "./start-embedded";

const isRoot = process.getuid?.() === 0;

let folder: string;
let started: Embedded[];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "waymark embedded "));
  chmodSync(folder, 0o755);
  started = [];
});
afterEach(async () => {
  for (const one of started) await one.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir = path.join(folder, "data")): Promise<Embedded & { said: string[] }> {
  const said: string[] = [];
  const server = await startEmbedded({ dataDir, log: (sentence) => said.push(sentence), durable: false });
  started.push(server);
  return { ...server, said };
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(sql)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

/** Starts the same database in another process, and waits until it is up. */
async function startElsewhere(dataDir: string): Promise<ChildProcess> {
  const code = `import { startEmbedded } from "@/db/embedded/start-embedded"; await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log() {}, durable: false }); console.log("up"); setInterval(() => {}, 1000);`;
  const file = path.resolve(".cache", `elsewhere-${process.pid}.ts`);
  writeFileSync(file, code);
  // Through node itself, not tsx's launcher, so that a kill reaches the process that holds the database.
  const child = spawn(process.execPath, ["--import", "tsx", file], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve, reject) => {
    child.stdout?.once("data", resolve);
    child.once("exit", () => reject(new Error("the other process ended")));
  });
  rmSync(file);
  return child;
}

function killed(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  return gone;
}

test("data survives a stop and a start, on the same port, in a path with a space", async () => {
  const first = await start();
  await ask(first.url, "create table kept as select 42 as answer");
  await first.stop();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "select answer from kept")).toBe(42);
});

test("it listens on the loopback interface only, and its password is for its owner only", async () => {
  const server = await start();
  expect(
    await ask(
      server.url,
      "select current_setting('listen_addresses') || current_setting('unix_socket_directories') as answer",
    ),
  ).toBe("127.0.0.1");
  expect(statSync(path.join(folder, "data/postgres.json")).mode & 0o077).toBe(0);
  const wrong = new URL(server.url);
  wrong.password = "guess";
  await expect(ask(wrong.toString(), "select 1 as answer")).rejects.toThrow("password authentication failed");
});

test("a port that someone took meanwhile is replaced", async () => {
  const first = await start();
  await first.stop();
  const { port } = new URL(first.url);
  const squatter = net.createServer().listen(Number(port), "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
  try {
    const second = await start();
    expect(new URL(second.url).port).not.toBe(port);
  } finally {
    squatter.close();
  }
});

test("a second start on the same data directory is refused in a sentence", async () => {
  await start();
  await expect(start()).rejects.toThrow("Waymark already runs on this data directory");
});

test("a killed start leaves a database that the next start takes over, and stops", async () => {
  const dataDir = path.join(folder, "data");
  const other = await startElsewhere(dataDir);
  await expect(start()).rejects.toThrow("already runs");
  await killed(other);
  const next = await start();
  expect(next.said).toContain("Taking over the database that a killed start left running");
  await next.stop();
  await expect(ask(next.url, "select 1 as answer")).rejects.toThrow();
});

test("a start recovers when the database itself was killed too", async () => {
  const dataDir = path.join(folder, "data");
  const other = await startElsewhere(dataDir);
  const pid = Number(readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await killed(other);
  expect(await ask((await start()).url, "select 1 as answer")).toBe(1);
});

test("a lock file whose process id now belongs to another program does not stop a start", async () => {
  await (await start()).stop();
  writeFileSync(path.join(folder, "data/postgres/postmaster.pid"), `${process.pid}\n/elsewhere\n0\n1\n`);
  expect(await ask((await start()).url, "select 1 as answer")).toBe(1);
});

test("whoever started it learns that the server died", async () => {
  const server = await start();
  process.kill(Number(readFileSync(path.join(server.clusterDir, "postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
  await server.died;
});

test("files of another major version are refused with the command to run", async () => {
  await (await start()).stop();
  writeFileSync(path.join(folder, "data/postgres/PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/made by Postgres 17.*release of Waymark that wrote it/s);
});

test("a lost password file is named instead of overwriting the data", async () => {
  const server = await start();
  await server.stop();
  const record = readClusterRecord(path.join(folder, "data"));
  rmSync(path.join(folder, "data/postgres.json"));
  await expect(start()).rejects.toThrow(/postgres\.json with its password is missing/);
  if (record !== undefined) writeClusterRecord(path.join(folder, "data"), record);
});

test.runIf(isRoot)(
  "as root in a folder others cannot enter, the files live elsewhere and survive a restart",
  async () => {
    const closed = path.join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const dataDir = path.join(closed, "data");
    const first = await start(dataDir);
    expect(first.clusterDir.startsWith(folder)).toBe(false);
    expect(first.said.join()).toContain(first.clusterDir);
    await ask(first.url, "create table kept as select 42 as answer");
    await first.stop();
    const second = await start(dataDir);
    expect(second.clusterDir).toBe(first.clusterDir);
    expect(await ask(second.url, "select answer from kept")).toBe(42);
  },
);

test.runIf(isRoot)("as root the server runs as the owner of its files", async () => {
  const server = await start();
  const pid = readFileSync(path.join(server.clusterDir, "postmaster.pid"), "utf8").split("\n")[0];
  expect(statSync(`/proc/${pid}`).uid).toBe(statSync(server.clusterDir).uid);
  expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
});
