import pg from "pg";
import { SUPERUSER } from "./cluster-record";

const START_LOCK = 7_236_410;
const READY_WITHIN_MS = 120_000;

interface Held {
  died: Promise<void>;
  release(): Promise<void>;
}

/**
 * Connects as soon as the server answers and takes the lock that says "a start uses this cluster". The lock dies with
 * this process, so a cluster without a holder is an orphan. Undefined when the server ends before it answers.
 */
export async function holdCluster(
  server: { port: number; password: string },
  exited: Promise<void> | undefined,
): Promise<Held | undefined> {
  let ended = false;
  exited?.then(() => {
    ended = true;
  });
  for (const until = Date.now() + READY_WITHIN_MS; ; ) {
    const client = new pg.Client({
      host: "127.0.0.1",
      port: server.port,
      user: SUPERUSER,
      password: server.password,
      database: "postgres",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const died = new Promise<void>((resolve) => {
      client.once("end", resolve);
      client.on("error", () => resolve());
    });
    try {
      await client.connect();
      await takeLock(client);
      return { died, release: () => client.end() };
    } catch (error) {
      client.end().catch(() => undefined);
      if (error instanceof HeldByAnother) throw error;
      const code = (error as { code?: string }).code;
      if (code === "28P01")
        throw new Error(
          "The built-in database refuses its password. Its files and postgres.json do not belong together; put the right one back.",
          { cause: error },
        );
      // Not listening yet (or any more), starting up, shutting down.
      if (code !== "ECONNREFUSED" && code !== "ECONNRESET" && code !== "57P03" && code !== undefined) throw error;
      if (ended || (exited === undefined && code === "ECONNREFUSED")) return undefined;
      if (Date.now() > until) throw new Error("The built-in database does not answer.", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

class HeldByAnother extends Error {}

async function takeLock(client: pg.Client): Promise<void> {
  const lock = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [START_LOCK]);
  if (lock.rows[0]?.got !== true)
    throw new HeldByAnother(
      "Waymark already runs on this data directory. Use that one, stop it first, or set WAYMARK_DATA_DIR to another folder.",
    );
  const database = await client.query("select 1 from pg_database where datname = 'waymark'");
  if (database.rowCount === 0) await client.query("create database waymark");
}
