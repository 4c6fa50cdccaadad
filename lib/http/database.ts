import { Database } from "@/db/database";

const held = globalThis as { waymarkDatabase?: Database };

/** The web process's one pool. Kept on `globalThis` so that a reload in development does not open another. */
export function database(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. Start Waymark with: npm start");
  held.waymarkDatabase ??= new Database({ url, maxConnections: 10 });
  return held.waymarkDatabase;
}
