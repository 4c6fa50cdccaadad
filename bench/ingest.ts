import { randomUUID } from "node:crypto";
import { addWriteKey } from "@/db/queries/source/add-write-key";
import { openTestDatabase } from "@/db/testing/test-database";
import { openIngest } from "@/lib/http/ingest/open-ingest";
import { hashKey } from "@/lib/services/ingest/find-key";

/** Events a second from request to commit, through the tracking API without a socket, in one process.
 * WAYMARK_TEST_DATABASE_URL=… npx tsx bench/ingest.ts [seconds] [requests at once]; prints one JSON object. */
const seconds = Number(process.argv[2] ?? 5);
const PEOPLE = 100;

async function measure(batchSize: number, atOnce: number, withAccounts: boolean) {
  const statements = new Map<string, number>();
  const testing = await openTestDatabase({
    maxConnections: atOnce,
    onStatement: (text) => void count(statements, text.trim().split(/\s+/).slice(0, 3).join(" ")),
  });
  try {
    const workspaceId = await testing.addWorkspace();
    const key = randomUUID();
    await testing.database.transaction(workspaceId, (tx) =>
      addWriteKey(
        tx,
        { id: randomUUID(), kind: "server", name: "bench", keyHash: hashKey(key), lastFour: "0000", origins: [] },
        new Date(),
      ),
    );
    const ingest = openIngest(
      { database: testing.database, now: () => new Date(), newId: randomUUID },
      "http://localhost",
    );
    const send = async (batch: unknown[]) => {
      const headers = {
        authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
        "content-type": "application/json",
      };
      const response = await ingest.track(
        new Request("http://localhost/v1/batch", {
          method: "POST",
          headers,
          body: JSON.stringify({ batch, sentAt: new Date() }),
        }),
        "batch",
      );
      if (response.status !== 200) throw new Error(await response.text());
    };
    if (withAccounts)
      await send(
        Array.from({ length: PEOPLE }, (_, i) => ({
          type: "group",
          userId: `u${i}`,
          groupId: `g${i % 10}`,
          traits: { name: `G${i % 10}` },
        })),
      );
    const batch = () =>
      Array.from({ length: batchSize }, (_, i) => ({
        type: "track",
        event: "feature_used",
        userId: `u${i % PEOPLE}`,
        messageId: randomUUID(),
        timestamp: new Date(),
        properties: { feature: "export", format: "csv", rows: i },
        context: { library: { name: "@segment/analytics-node", version: "3.1.0" } },
      }));
    const run = async (forMs: number) => {
      const until = performance.now() + forMs;
      let events = 0;
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (performance.now() < until) {
            await send(batch());
            events += batchSize;
          }
        }),
      );
      return events;
    };
    await run(1000);
    statements.clear();
    const cpu = process.cpuUsage();
    const started = performance.now();
    const events = await run(seconds * 1000);
    const ms = performance.now() - started;
    const used = process.cpuUsage(cpu);
    const { rows } = await testing.database.pool.query("show fsync");
    return {
      batchSize,
      people: PEOPLE,
      atOnce,
      withAccounts,
      fsync: (rows[0] as { fsync: string }).fsync,
      eventsPerSecond: Math.round((events / ms) * 1000),
      msPerBatch: Number(((ms * atOnce * batchSize) / events).toFixed(1)),
      nodeCpuShare: Number(((used.user + used.system) / 1000 / ms).toFixed(2)),
      statementsPerBatch: Object.fromEntries(
        [...statements].map(([name, n]) => [name, Number(((n * batchSize) / events).toFixed(1))]),
      ),
    };
  } finally {
    await testing.drop();
  }
}

function count(into: Map<string, number>, name: string): void {
  into.set(name, (into.get(name) ?? 0) + 1);
}

const given = Number(process.argv[3] ?? 0);
const results = [];
for (const atOnce of given ? [given] : [1, 4])
  for (const batchSize of [100, 500]) results.push(await measure(batchSize, atOnce, false));
results.push(await measure(500, given || 4, true));
process.stdout.write(`${JSON.stringify({ bench: "ingest", results }, null, 2)}\n`);
