import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Role } from "@/lib/contract/contract";
import type { Ctx } from "@/lib/services/ctx";
import { findKey } from "@/lib/services/ingest/find-key";
import { ingestBatch } from "@/lib/services/ingest/ingest-batch";
import { IngestMemory } from "@/lib/services/ingest/ingest-memory";
import { createWriteKey } from "@/lib/services/source/create-write-key";
import { listRecentEvents } from "@/lib/services/source/list-recent-events";
import { listRefusedItems } from "@/lib/services/source/list-refused-items";
import { listWriteKeys } from "@/lib/services/source/list-write-keys";
import { revokeWriteKey } from "@/lib/services/source/revoke-write-key";

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

function as(role: Role, workspaceId: string): Ctx {
  const actor = { kind: "user", userId: randomUUID(), name: role, email: `${role}@x.test`, role } as const;
  return { workspaceId, actor, database: testing.database, now: () => new Date(), newId: randomUUID };
}

const deps = () => ({ database: testing.database, now: () => new Date(), newId: randomUUID });

test("a key is shown once, works, is listed by its end, and stops when it is revoked", async () => {
  const admin = as("admin", await testing.addWorkspace());
  const { id, key } = await createWriteKey(admin, {
    kind: "browser",
    name: "Shop",
    origins: ["https://shop.example/path"],
  });
  expect(await listWriteKeys(admin, {})).toMatchObject([
    {
      id,
      kind: "browser",
      name: "Shop",
      origins: ["https://shop.example"],
      lastFour: key.slice(-4),
      revokedAtMs: null,
    },
  ]);
  expect(await findKey(deps(), new IngestMemory(), key)).toMatchObject({
    workspaceId: admin.workspaceId,
    kind: "browser",
    origins: ["https://shop.example"],
  });
  const { rows } = await testing.database.pool.query("select * from write_key where id = $1", [id]);
  expect(JSON.stringify(rows)).not.toContain(key);
  await revokeWriteKey(admin, { writeKeyId: id });
  expect(await findKey(deps(), new IngestMemory(), key)).toBeNull();
  await expect(revokeWriteKey(admin, { writeKeyId: id })).rejects.toMatchObject({ code: "not_found" });
  const audit = await testing.database.transaction(admin.workspaceId, (tx) =>
    tx.query("select verb, detail from audit order by number"),
  );
  expect(audit.map((entry) => entry.verb)).toEqual(["writeKey.created", "writeKey.revoked"]);
  expect(JSON.stringify(audit)).not.toContain(key);
});

test("only an admin makes and revokes keys", async () => {
  const workspaceId = await testing.addWorkspace();
  const { id } = await createWriteKey(as("admin", workspaceId), { kind: "server", name: "A" });
  for (const role of ["manager", "marketer", "csm", "viewer"] as const) {
    await expect(createWriteKey(as(role, workspaceId), { kind: "server", name: "B" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(revokeWriteKey(as(role, workspaceId), { writeKeyId: id })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await listWriteKeys(as(role, workspaceId), {})).toHaveLength(1);
  }
});

test.each([
  [{ kind: "browser", name: "Shop" }, "origins"],
  [{ kind: "browser", name: "Shop", origins: ["shop"] }, "origins.0"],
  [{ kind: "server", name: "S", origins: ["https://x.test"] }, "origins"],
  [{ kind: "server", name: " " }, "name"],
] as const)("%j is refused naming %s", async (input, field) => {
  const admin = as("admin", await testing.addWorkspace());
  await expect(
    createWriteKey(admin, { ...input, origins: "origins" in input ? [...input.origins] : [] }),
  ).rejects.toMatchObject({ detail: { fields: [{ field }] } });
});

test("keys, events and refused items of another workspace are not seen and not touched", async () => {
  const [here, there] = [as("admin", await testing.addWorkspace()), as("admin", await testing.addWorkspace())];
  const { id, key } = await createWriteKey(here, { kind: "server", name: "A" });
  const memory = new IngestMemory();
  const found = await findKey(deps(), memory, key);
  const items = [
    ...Array.from({ length: 40 }, (_, i) => ({ type: "track", event: `e${i}`, userId: `u${i}` })),
    { type: "track", userId: "u" },
  ];
  await ingestBatch(deps(), memory, found!, { items, type: null, sentAtMs: null, isImport: false });
  expect((await listRecentEvents(here, { limit: 10 })).events).toHaveLength(10);
  expect((await listRecentEvents(here, {})).events[0]).toMatchObject({
    type: "track",
    name: expect.stringMatching(/^e/),
    subject: expect.stringMatching(/^u/),
  });
  expect((await listRefusedItems(here, {})).refused).toMatchObject([
    { field: "event", item: { type: "track", userId: "u" } },
  ]);
  expect(await listWriteKeys(there, {})).toEqual([]);
  expect(await listRecentEvents(there, {})).toEqual({ events: [] });
  expect(await listRefusedItems(there, {})).toEqual({ refused: [] });
  await expect(revokeWriteKey(there, { writeKeyId: id })).rejects.toMatchObject({ code: "not_found" });
});
