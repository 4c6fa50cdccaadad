import { Database } from "@/db/database";
import { env } from "@/lib/env";

const held = globalThis as { waymarkDatabase?: Database };

/** The web process's one pool. Kept on `globalThis` so that a reload in development does not open another. */
export function database(): Database {
  if (held.waymarkDatabase) return held.waymarkDatabase;
  const url = env().databaseUrl;
  if (url === undefined) throw new Error("DATABASE_URL is not set. Start Waymark with: npm start");
  held.waymarkDatabase = new Database({ url, maxConnections: 10 });
  return held.waymarkDatabase;
}
