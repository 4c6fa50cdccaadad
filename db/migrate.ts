import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { ensureEventPartitions } from "@/db/event-partitions";

const MIGRATION_LOCK = 7_236_411;

/** Bring the database to this release: role, tables, policies, partitions. Safe to run from several processes. */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await createAppRole(client);
    await runMigrations(drizzle(client), { migrationsFolder: path.join(process.cwd(), "db/migrations") });
    await ensureEventPartitions(client, new Date());
  } finally {
    await client.end();
  }
}

async function createAppRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select 1 from pg_roles where rolname = 'waymark_app'");
  if (rows.length === 0) {
    try {
      await client.query("create role waymark_app nologin noinherit");
    } catch (cause) {
      throw new Error(
        "DATABASE_URL: this user may not create the role waymark_app. Ask an administrator to run: create role waymark_app nologin; grant waymark_app to <this user>;",
        { cause },
      );
    }
  }
  await client.query("grant waymark_app to current_user");
}
