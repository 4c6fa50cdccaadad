import path from "node:path";
import type { Env } from "@/lib/env";
import { announcement } from "./announcement";
import { buildIfChanged } from "./build-if-changed";
import { choosePort } from "./choose-port";
import { openDatabase } from "./open-database";
import type { Progress } from "./progress";
import { readSecret } from "./read-secret";
import { type Supervised, supervise } from "./supervise";
import { seedIfEmpty } from "./seed-if-empty";
import { waitUntilReady } from "./wait-until-ready";

export interface Started {
  url: string;
  databaseUrl: string;
  /** Settles with a sentence when Waymark cannot go on. */
  failed: Promise<string>;
  stop(): Promise<void>;
}

export interface StartOptions {
  env: Env;
  root: string;
  progress: Progress;
  /** Production serves a build; development compiles as you look. */
  mode: "production" | "development";
  /** Asks a start that is still under way to give up and undo itself. */
  signal: AbortSignal;
}

/** Brings up database, web server and worker, in that order; `stop` takes them down in the reverse. */
export async function startWaymark({ env, root, progress, mode, signal }: StartOptions): Promise<Started> {
  const host = env.host ?? (env.demo ? "127.0.0.1" : "0.0.0.0");
  const stops: (() => Promise<void>)[] = [];
  const stop = once(async () => {
    for (const one of stops.reverse()) await one();
  });
  const given = untilAborted(signal);
  try {
    await choosePort({ ...env, host });
    const database = await openDatabase(env, root, progress);
    stops.push(database.stop);
    signal.throwIfAborted();
    if (env.demo) await given(seedIfEmpty(database.url, progress));
    signal.throwIfAborted();
    if (mode === "production") await buildIfChanged(root, progress, signal);

    // Asked again: the steps above can take a minute, and another program may have taken the port meanwhile.
    const port = await choosePort({ ...env, host });
    if (port !== env.port) progress.say(`Port ${env.port} is taken, so Waymark listens on ${port}.`);
    const url = process.env.WAYMARK_URL ? env.url : `http://localhost:${port}`;
    const childEnv = {
      ...process.env,
      NODE_ENV: mode,
      PORT: String(port),
      DATABASE_URL: database.url,
      WAYMARK_DATA_DIR: path.resolve(root, env.dataDir),
      WAYMARK_DEMO: env.demo ? "1" : "0",
      WAYMARK_URL: url,
      WAYMARK_SECRET: env.secret ?? readSecret(path.resolve(root, env.dataDir)),
      NEXT_TELEMETRY_DISABLED: "1",
    };
    const next = [path.join(root, "node_modules/next/dist/bin/next"), mode === "production" ? "start" : "dev"];
    const leave = ["--import", new URL("leave-with-parent.mjs", import.meta.url).href];
    const talks = mode === "development";
    const parts: Supervised[] = [
      supervise(
        {
          name: "The web server",
          args: [...leave, ...next, "--port", String(port), "--hostname", host],
          env: childEnv,
          cwd: root,
          talks,
        },
        progress.say,
      ),
      supervise(
        {
          name: "The worker",
          args: [...leave, "--import", "tsx", path.join(root, "bin/worker.ts")],
          env: childEnv,
          cwd: root,
          talks,
        },
        progress.say,
      ),
    ];
    for (const part of parts) stops.push(part.stop);
    const failed = Promise.race([...parts.map((part) => part.gaveUp), database.died.then(() => "The database ended.")]);
    const ownUrl = `http://${addressOf(host)}:${port}`;
    await given(Promise.race([waitUntilReady(ownUrl), failed.then((sentence) => Promise.reject(new Error(sentence)))]));
    for (const line of announcement({ url, host, demo: env.demo })) progress.say(line);
    return { url, databaseUrl: database.url, failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where this machine reaches a server that listens on `host`. */
function addressOf(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** Lets a step be abandoned: what it holds is closed by the stops that follow. */
function untilAborted(signal: AbortSignal): <T>(step: Promise<T>) => Promise<T> {
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true }),
  );
  aborted.catch(() => undefined);
  return (step) => Promise.race([step, aborted]);
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
