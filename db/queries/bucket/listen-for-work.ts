import pg from "pg";
import { CHANNEL } from "@/db/notifier";
import type { Work } from "@/db/queries/bucket/bump-due";

const RETRY_MS = 2000;

export interface Announced {
  work: Work;
  workspaceId: string;
  bucket: number;
}

/** Hear of due buckets as they are announced, on a connection of its own that is opened again when it breaks. */
export async function listenForWork(
  url: string,
  { onWork, onError }: { onWork: (announced: Announced) => void; onError: (error: unknown) => void },
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = null;
  let isStopping = false;

  async function open(): Promise<void> {
    if (isStopping) return;
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on("error", (error) => {
      onError(error);
      client = null;
      setTimeout(() => void open().catch(onError), RETRY_MS);
    });
    next.on("notification", ({ payload }) => {
      const [work, workspaceId, bucket] = (payload ?? "").split(" ");
      if ((work === "tick" || work === "deliver") && workspaceId) onWork({ work, workspaceId, bucket: Number(bucket) });
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  }

  await open();
  return {
    async stop() {
      isStopping = true;
      await client?.end().catch(() => undefined);
    },
  };
}
