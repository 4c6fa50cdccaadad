import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "@/db/database";
import { beat } from "@/db/queries/health/beat";
import { forgetWorker } from "@/db/queries/health/forget-worker";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { readHealth } from "./read-health";

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

test("ready without a worker, ok with one, degraded when it falls silent, and forgets one that stopped", async () => {
  const { database } = testing;
  expect(await readHealth(database)).toEqual({ status: "degraded", ready: true, database: "ok", worker: "never seen" });
  await database.outside((tx) => beat(tx, "one"));
  expect(await readHealth(database)).toEqual({ status: "ok", ready: true, database: "ok", worker: "ok" });
  await database.pool.query("update worker_heartbeat set seen_at = now() - interval '16 seconds'");
  expect(await readHealth(database)).toMatchObject({ status: "degraded", ready: true, worker: "silent" });
  await database.outside((tx) => beat(tx, "one"));
  expect(await readHealth(database)).toMatchObject({ status: "ok" });
  await database.outside((tx) => forgetWorker(tx, "one"));
  expect(await readHealth(database)).toMatchObject({ worker: "never seen" });
});

test("says that the database cannot be reached", async () => {
  const nowhere = new Database({ url: "postgres://nobody:wrong@127.0.0.1:1/none" });
  expect(await readHealth(nowhere)).toEqual({
    status: "down",
    ready: false,
    database: "unreachable",
    worker: "unknown",
  });
  await nowhere.close();
});
