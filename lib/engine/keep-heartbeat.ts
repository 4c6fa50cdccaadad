import { randomUUID } from "node:crypto";
import type { Database } from "@/db/database";
import { beat } from "@/db/queries/health/beat";
import { forgetWorker } from "@/db/queries/health/forget-worker";

const BEAT_EVERY_MS = 5_000;

/** Says every few seconds that this worker lives; a beat that fails is made up for by the next. */
export async function keepHeartbeat(database: Database): Promise<{ stop(): Promise<void> }> {
  const id = randomUUID();
  const say = () => database.outside((tx) => beat(tx, id)).catch(() => undefined);
  await say();
  const timer = setInterval(say, BEAT_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await database.outside((tx) => forgetWorker(tx, id)).catch(() => undefined);
    },
  };
}
