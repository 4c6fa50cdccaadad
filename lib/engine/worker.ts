import type { Database } from "@/db/database";
import { type Announced, listenForWork } from "@/db/queries/bucket/listen-for-work";
import { listDue, nextDueAt } from "@/db/queries/bucket/list-due";
import { PlanCache } from "@/lib/engine/plan-cache";
import { TICK_BATCH_MAX, tick } from "@/lib/engine/tick";

/** Buckets worked on at once by one process; each holds a connection. */
const PARALLEL = 4;
/** The safety net under LISTEN, and how often the list of due buckets is read when nothing announces itself. */
const POLL_MS = 1000;

export interface WorkerOptions {
  database: Database;
  /** Deliver what is queued in one bucket; channels come from the composition root. */
  deliver: (of: { workspaceId: string; bucket: number }) => Promise<void>;
  onError: (where: string, error: unknown) => void;
  parallel?: number;
}

/** Works through due buckets until stopped: woken by announcements, and by the clock. */
export class Worker {
  readonly #plans = new PlanCache();
  readonly #waiting = new Map<string, Announced>();
  readonly #running = new Set<string>();
  #listener: { stop(): Promise<void> } | null = null;
  #poll: NodeJS.Timeout | null = null;
  #isStopping = false;

  constructor(private readonly options: WorkerOptions) {}

  async start(): Promise<void> {
    const { database, onError } = this.options;
    this.#listener = await listenForWork(database.options.url, {
      onWork: (job) => this.#add(job),
      onError: (error) => onError("listen", error),
    });
    void this.#look();
  }

  /** Finish what is in hand, take nothing new. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#poll) clearTimeout(this.#poll);
    await this.#listener?.stop();
    while (this.#running.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Read the list of due buckets, then sleep until the next falls due, a second at most. */
  async #look(): Promise<void> {
    let sleepMs = POLL_MS;
    try {
      for (const work of ["tick", "deliver"] as const) {
        const [due, next] = await this.options.database.outside(
          async (tx) => [await listDue(tx, work, 256), await nextDueAt(tx, work)] as const,
        );
        for (const one of due) this.#add({ work, ...one });
        if (next) sleepMs = Math.max(20, Math.min(sleepMs, next.getTime() - Date.now()));
      }
      if (this.#waiting.size + this.#running.size > 0) sleepMs = POLL_MS;
    } catch (error) {
      this.options.onError("poll", error);
    }
    if (!this.#isStopping) this.#poll = setTimeout(() => void this.#look(), sleepMs);
  }

  #add(job: Announced): void {
    this.#waiting.set(`${job.work} ${job.workspaceId} ${job.bucket}`, job);
    this.#pump();
  }

  #pump(): void {
    for (const [key, job] of this.#waiting) {
      if (this.#isStopping || this.#running.size >= (this.options.parallel ?? PARALLEL)) return;
      if (this.#running.has(key)) continue;
      this.#waiting.delete(key);
      this.#running.add(key);
      void this.#do(job)
        .catch((error) => this.options.onError(`${job.work} of bucket ${job.bucket}`, error))
        .finally(() => {
          this.#running.delete(key);
          this.#pump();
        });
    }
  }

  async #do({ work, workspaceId, bucket }: Announced): Promise<void> {
    if (work === "deliver") await this.options.deliver({ workspaceId, bucket });
    else {
      const done = await tick({ database: this.options.database, plans: this.#plans }, { workspaceId, bucket });
      if (done?.items === TICK_BATCH_MAX)
        this.#waiting.set(`${work} ${workspaceId} ${bucket}`, { work, workspaceId, bucket });
    }
  }
}
