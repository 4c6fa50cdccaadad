import type { PoolClient, QueryResultRow } from "pg";
import type { Database, Drizzle } from "@/db/database";
import { bumpDue, type Work } from "@/db/queries/bucket/bump-due";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One open transaction as `waymark_app`, inside `workspaceId` or outside all workspaces (""). */
export interface Tx {
  readonly workspaceId: string;
  readonly db: Drizzle;
  /** A statement with `$1…`; on hot tables one of them is the bucket. A `name` makes it prepared. */
  query<R extends QueryResultRow>(text: string, values?: readonly unknown[], name?: string): Promise<R[]>;
  /** Say that a bucket has work; written just before commit, announced just after (RULES T8). */
  wake(bucket: number, work: Work, dueAt?: Date): void;
  afterCommit(run: () => void): void;
}

export async function runTransaction<T>(
  database: Database,
  workspaceId: string | null,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (workspaceId !== null && !UUID.test(workspaceId)) throw new Error("A transaction needs a workspace id.");
  const client = await database.pool.connect();
  const woken = new Map<string, { bucket: number; work: Work; dueAt: Date | null }>();
  const after: (() => void)[] = [];
  const tx = openTx(database, client, workspaceId ?? "", woken, after);
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  try {
    const workspace = workspaceId === null ? "" : `; set local app.workspace = '${workspaceId}'`;
    await client.query(`begin; set local role waymark_app${workspace}`);
    const result = await run(tx);
    const due = [...woken.values()].sort((a, b) => a.bucket - b.bucket || (a.work < b.work ? -1 : 1));
    await Promise.all(due.map((item) => bumpDue(tx, item)));
    await client.query("commit");
    for (const item of due) database.notifier.add(workspaceId ?? "", item.bucket, item.work, item.dueAt);
    for (const then of after) then();
    return result;
  } catch (error) {
    await client.query("rollback").catch((cause: Error) => {
      broken ??= cause;
    });
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}

function openTx(
  database: Database,
  client: PoolClient,
  workspaceId: string,
  woken: Map<string, { bucket: number; work: Work; dueAt: Date | null }>,
  after: (() => void)[],
): Tx {
  const listen = database.options.onStatement;
  return {
    workspaceId,
    db: database.drizzle(client),
    async query<R extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) {
      listen?.(text, values);
      const result = await client.query<R>({ text, values: values as unknown[], ...(name ? { name } : {}) });
      return result.rows;
    },
    wake(bucket, work, dueAt) {
      const key = `${bucket}:${work}`;
      const before = woken.get(key);
      if (!before) woken.set(key, { bucket, work, dueAt: dueAt ?? null });
      else if (before.dueAt !== null && (dueAt === undefined || dueAt < before.dueAt)) before.dueAt = dueAt ?? null;
    },
    afterCommit(then) {
      after.push(then);
    },
  };
}
