import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { database } from "@/lib/http/database";
import { openIngest, type Ingest } from "@/lib/http/ingest/open-ingest";

const held = globalThis as { waymarkIngest?: Ingest };

/** The web process's one tracking API, so that its routes share what they remember. */
export function ingest(): Ingest {
  held.waymarkIngest ??= openIngest({ database: database(), now: () => new Date(), newId: randomUUID }, env().url);
  return held.waymarkIngest;
}
