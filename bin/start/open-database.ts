import path from "node:path";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";
import type { Env } from "@/lib/env";
import type { Progress } from "./progress";

export interface OpenedDatabase {
  url: string;
  /** Settles when the embedded server is gone; never for one of yours. */
  died: Promise<void>;
  stop(): Promise<void>;
}

/** The database of the configuration, brought to this release: yours, else the embedded one. */
export async function openDatabase(env: Env, root: string, progress: Progress): Promise<OpenedDatabase> {
  const opened =
    env.databaseUrl === undefined
      ? await startEmbedded({ dataDir: path.resolve(root, env.dataDir), log: progress.say })
      : yours(env.databaseUrl);
  try {
    await migrate(opened.url);
  } catch (cause) {
    await opened.stop();
    if (env.databaseUrl === undefined) throw cause;
    const { host } = new URL(env.databaseUrl);
    throw new Error(
      `DATABASE_URL: the database at ${host} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  return opened;
}

function yours(url: string): OpenedDatabase {
  return { url, died: new Promise(() => undefined), stop: async () => undefined };
}
