import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { Analytics } from "@segment/analytics-node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addWriteKey } from "@/db/queries/source/add-write-key";
import { subjectIdOf } from "@/db/queries/ingest/subject-id";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { openIngest } from "@/lib/http/ingest/open-ingest";
import { hashKey } from "@/lib/services/ingest/find-key";

let testing: TestDatabase;
let server: Server;
let host: string;
let workspaceId: string;
/** Statuses the server answers before it lets requests through. */
let failures: number[] = [];
const answered: number[] = [];

beforeAll(async () => {
  testing = await openTestDatabase();
  workspaceId = await testing.addWorkspace();
  await testing.database.transaction(workspaceId, (tx) =>
    addWriteKey(
      tx,
      { id: randomUUID(), kind: "server", name: "Node", keyHash: hashKey("node-key"), lastFour: "-key", origins: [] },
      new Date(),
    ),
  );
  const ingest = openIngest(
    { database: testing.database, now: () => new Date(), newId: randomUUID },
    "http://localhost",
  );
  server = createServer(async (incoming, outgoing) => {
    const request = new Request(`${host}${incoming.url}`, {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      body: Readable.toWeb(incoming) as ReadableStream,
      duplex: "half",
    } as RequestInit);
    const response = await ingest.track(request, incoming.url?.split("/").at(-1) ?? "");
    const text = await response.text();
    const failure = failures.shift();
    answered.push(failure ?? response.status);
    // The client hears of a fault although everything was stored: it must send again and nothing may count twice.
    outgoing.writeHead(failure ?? response.status, Object.fromEntries(response.headers)).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await testing.drop();
});

test("Segment's own client for Node works with nothing changed but its host, and what it repeats counts once", async () => {
  failures = [500, 503];
  const analytics = new Analytics({ writeKey: "node-key", host, maxRetries: 5, flushAt: 5 });
  const errors: unknown[] = [];
  analytics.on("error", (error) => errors.push(error));
  analytics.identify({ userId: "ann", traits: { email: "ann@example.test", name: "Ann" } });
  analytics.group({ userId: "ann", groupId: "acme", traits: { name: "Acme" } });
  for (let i = 0; i < 20; i++) analytics.track({ userId: "ann", event: "Feature used", properties: { i } });
  analytics.page({ userId: "ann", name: "Pricing" });
  analytics.screen({ anonymousId: "phone-1", name: "Home" });
  analytics.alias({ userId: "ann", previousId: "phone-1" });
  await analytics.closeAndFlush();
  expect(errors).toEqual([]);
  expect([...answered].sort()).toEqual([200, 200, 200, 200, 200, 500, 503]);
  const events = await testing.database.transaction(workspaceId, (tx) =>
    tx.query<{ type: string; count: number }>("select type, count(*)::int as count from event group by 1 order by 1"),
  );
  expect(events).toEqual([
    { type: "alias", count: 1 },
    { type: "group", count: 1 },
    { type: "identify", count: 1 },
    { type: "page", count: 1 },
    { type: "screen", count: 1 },
    { type: "track", count: 20 },
  ]);
  const people = await testing.database.transaction(workspaceId, (tx) =>
    tx.query("select id, email, name from person where external_id = 'ann'"),
  );
  expect(people).toEqual([{ id: subjectIdOf(workspaceId, "user", "ann"), email: "ann@example.test", name: "Ann" }]);
});

test("a wrong key is not repeated for ever and is told to the program", async () => {
  failures = [];
  answered.length = 0;
  const analytics = new Analytics({ writeKey: "wrong", host, maxRetries: 5 });
  const errors: unknown[] = [];
  analytics.on("error", (error) => errors.push(error));
  analytics.track({ userId: "ann", event: "x" });
  await analytics.closeAndFlush();
  expect(answered).toEqual([401]);
  expect(errors).toHaveLength(1);
});
