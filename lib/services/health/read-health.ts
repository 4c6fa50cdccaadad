import type { Database } from "@/db/database";
import { loadWorkerSilence } from "@/db/queries/health/load-worker-silence";

const WORKER_SILENCE_MAX_MS = 15_000;

export interface Health {
  status: "ok" | "degraded" | "down";
  /** Pages can be served: web and database are well, whatever the worker does. */
  ready: boolean;
  database: "ok" | "unreachable";
  worker: "ok" | "silent" | "never seen" | "unknown";
}

/** How the parts of this installation are. Says nothing about customers, so it needs no sign-in. */
export async function readHealth(database: Database): Promise<Health> {
  try {
    const silenceMs = await database.outside(loadWorkerSilence);
    const worker = silenceMs === null ? "never seen" : silenceMs > WORKER_SILENCE_MAX_MS ? "silent" : "ok";
    return { status: worker === "ok" ? "ok" : "degraded", ready: true, database: "ok", worker };
  } catch {
    return { status: "down", ready: false, database: "unreachable", worker: "unknown" };
  }
}
