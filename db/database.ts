import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { Notifier } from "@/db/notifier";
import * as schema from "@/db/schema";
import { runTransaction, type Tx } from "@/db/transaction";

export type Drizzle = NodePgDatabase<typeof schema>;

export interface DatabaseOptions {
  url: string;
  maxConnections?: number;
  /** Called with every statement; the engine's one-bucket test reads them. */
  onStatement?: (text: string, values: readonly unknown[]) => void;
}

/** A pool, and the only two ways into it: inside one workspace, or outside all of them. */
export class Database {
  readonly pool: pg.Pool;
  readonly notifier: Notifier;

  constructor(readonly options: DatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.maxConnections ?? 10,
      connectionTimeoutMillis: 10_000,
      query_timeout: 60_000,
      statement_timeout: 55_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
      // Statements given together travel together and are answered in order: ingest sends one per bucket.
      pipeline: true,
      application_name: "waymark",
    });
    // A backend that dies while idle must not take the process with it; the pool drops the client.
    this.pool.on("error", () => undefined);
    this.notifier = new Notifier(this.pool);
  }

  /** Run inside one workspace: row-level security shows and accepts nothing else. */
  transaction<T>(workspaceId: string, run: (tx: Tx) => Promise<T>): Promise<T> {
    return runTransaction(this, workspaceId, run);
  }

  /** Run outside every workspace: sign-in, write keys, the work list. Tenant tables are empty here. */
  outside<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return runTransaction(this, null, run);
  }

  drizzle(client: pg.PoolClient): Drizzle {
    return drizzle(client, { schema });
  }

  async close(): Promise<void> {
    await this.notifier.flush();
    await this.pool.end();
  }
}
