import type pg from "pg";

const COALESCE_MS = 10;
export const CHANNEL = "waymark_due";

/** Announces work after commit, never inside a data transaction, once per bucket and 10 ms: NOTIFY takes a
 * database-wide lock at commit (14,500 → 3,000 transactions a second when sent inside). */
export class Notifier {
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly pool: pg.Pool) {}

  add(workspaceId: string, bucket: number, work: string, dueAt: Date | null): void {
    if (dueAt !== null && dueAt.getTime() > Date.now() + 1000) return; // the poll finds it in time
    this.#waiting.add(`${work} ${workspaceId} ${bucket}`);
    this.#timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const payloads = [...this.#waiting];
    this.#waiting.clear();
    if (payloads.length === 0) return;
    // The poll of bucket_due is the safety net, so a lost announcement costs a second, not a message.
    await this.pool
      .query("select pg_notify($1, p) from unnest($2::text[]) p", [CHANNEL, payloads])
      .catch(() => undefined);
  }
}
