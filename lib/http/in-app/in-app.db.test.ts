import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as note } from "@/app/v1/in-app/messages/[messageId]/[deed]/route";
import { GET as list } from "@/app/v1/in-app/messages/route";
import { addIdentities } from "@/db/queries/ingest/add-identities";
import { type IdentityKind, identityBucketOf } from "@/db/queries/ingest/subject-id";
import { addWriteKey } from "@/db/queries/source/add-write-key";
import { deliverDue } from "@/lib/engine/deliver/deliver";
import { type DeliveryWorld, openDeliveryWorld } from "@/lib/engine/deliver/testing/delivery-world";
import { bucketOf } from "@/lib/hash/bucket-of";
import { userHashOf } from "@/lib/links/user-hash";
import { hashKey } from "@/lib/services/ingest/find-key";
import { ingestBatch } from "@/lib/services/ingest/ingest-batch";
import { IngestMemory } from "@/lib/services/ingest/ingest-memory";

const SECRET = "signing-secret";
let world: DeliveryWorld;
const keys = { server: randomUUID(), browser: randomUUID(), foreign: randomUUID() };

beforeAll(async () => {
  world = await openDeliveryWorld();
  // The routes take the web process's pool; here it is the test's.
  Object.assign(globalThis, { waymarkDatabase: world.database });
  const other = await world.testing.addWorkspace();
  const add = (workspaceId: string, kind: "server" | "browser", key: string) =>
    world.database.transaction(workspaceId, (tx) =>
      addWriteKey(
        tx,
        {
          id: randomUUID(),
          kind,
          name: kind,
          keyHash: hashKey(key),
          lastFour: key.slice(-4),
          origins: ["https://app.test"],
        },
        new Date(),
      ),
    );
  await add(world.workspaceId, "server", keys.server);
  await add(world.workspaceId, "browser", keys.browser);
  await add(other, "server", keys.foreign);
  await world.database.transaction(world.workspaceId, (tx) =>
    tx.query("update workspace set signing_secret = $2 where id = $1", [world.workspaceId, SECRET]),
  );
});
afterAll(async () => {
  Object.assign(globalThis, { waymarkDatabase: undefined });
  await world.close();
});

async function identify(kind: IdentityKind, value: string, personId: string) {
  await world.database.transaction(world.workspaceId, (tx) =>
    addIdentities(
      tx,
      identityBucketOf(world.workspaceId, kind, value),
      [{ kind, value, subjectId: personId, subjectBucket: bucketOf(personId) }],
      new Date(),
    ),
  );
}

async function reached(userId: string) {
  const person = await world.addPerson();
  await identify("user", userId, person);
  const id = await world.addMessage(person, { channel: "in_app" });
  await deliverDue({
    database: world.database,
    channels: world.channels,
    now: () => new Date(),
    workspaceId: world.workspaceId,
    bucket: bucketOf(person),
  });
  return { person, id };
}

const auth = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` });
async function read(key: string, query: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await list(
    new Request(`http://waymark.test/v1/in-app/messages?${new URLSearchParams(query)}`, {
      headers: { ...auth(key), ...headers },
    }),
  );
  return { status: answer.status, body: (await answer.json()) as { messages?: { id: string; subject: string }[] } };
}
async function say(key: string, messageId: string, deed: string, body: object) {
  const request = new Request("http://waymark.test/x", {
    method: "POST",
    headers: auth(key),
    body: JSON.stringify(body),
  });
  return (await note(request, { params: Promise.resolve({ messageId, deed }) })).status;
}

test("a server reads a person's messages; seen ones leave the list, and a click is engagement", async () => {
  const { person, id } = await reached("ann");
  expect((await read(keys.server, { userId: "ann" })).body.messages).toMatchObject([
    { id, subject: "Hi Ann", body: expect.stringContaining("Dear Ann Lee"), callToAction: null, seenAt: null },
  ]);
  expect(await say(keys.server, id, "seen", { userId: "ann" })).toBe(200);
  expect((await read(keys.server, { userId: "ann" })).body.messages).toEqual([]);
  expect((await read(keys.server, { userId: "ann", all: "1" })).body.messages).toHaveLength(1);
  expect(await say(keys.server, id, "clicked", { userId: "ann" })).toBe(200);
  expect(await say(keys.server, id, "clicked", { userId: "ann" })).toBe(200);
  expect(
    (await world.inbox("engaged")).filter((one) => one.subject_id === person).map((one) => one.payload.how),
  ).toEqual(["clicked"]);
  expect(await world.row(person, id)).toMatchObject({ seen_at: expect.any(Date), clicked_at: expect.any(Date) });
});

test("a browser needs the user's hash", async () => {
  const { id } = await reached("bob");
  expect((await read(keys.browser, { userId: "bob" })).status).toBe(403);
  expect((await read(keys.browser, { userId: "bob", userHash: userHashOf("ann", SECRET) })).status).toBe(403);
  const proof = { userId: "bob", userHash: userHashOf("bob", SECRET) };
  expect((await read(keys.browser, proof)).body.messages).toHaveLength(1);
  expect((await read(keys.browser, proof, { origin: "https://evil.test" })).status).toBe(403);
  expect(await say(keys.browser, id, "clicked", { userId: "bob" })).toBe(403);
});

test("an anonymous visitor reads their own; not what became a known user's, however it did", async () => {
  const key = { id: randomUUID(), workspaceId: world.workspaceId, kind: "server" as const, origins: [] };
  const receive = async (...items: object[]) => {
    const deps = { database: world.database, now: () => new Date(), newId: randomUUID };
    const batch = { items, type: null, sentAtMs: null, isImport: false };
    expect((await ingestBatch(deps, new IngestMemory(), key, batch)).accepted).toBe(items.length);
  };
  const statusOf = async (anonymousId: string) => (await read(keys.browser, { anonymousId })).status;
  const visit = (anonymousId: string) => ({ type: "page", name: "Home", anonymousId });
  const signIn = (userId: string, anonymousId: string) => ({ type: "identify", userId, anonymousId });

  await receive(visit("a-new"), visit("a-back"));
  expect([await statusOf("a-new"), await statusOf("a-back"), await statusOf("a-nobody")]).toEqual([200, 200, 200]);
  await receive(signIn("eve", "a-new"), signIn("eve", "a-back"), signIn("finn", "a-first"));
  for (const anonymousId of ["a-new", "a-back", "a-first"]) expect(await statusOf(anonymousId), anonymousId).toBe(403);
  expect((await read(keys.browser, { userId: "eve", userHash: userHashOf("eve", SECRET) })).status).toBe(200);
  expect((await read(keys.server, { anonymousId: "a-back" })).status).toBe(200);
});

test("another person's message, an unknown deed, a wrong key and another workspace's key get nothing", async () => {
  const { id } = await reached("cid");
  await reached("dora");
  expect(await say(keys.server, id, "seen", { userId: "dora" })).toBe(404);
  expect(await say(keys.server, id, "deleted", { userId: "cid" })).toBe(404);
  expect(await say(keys.server, "x", "seen", { userId: "cid" })).toBe(404);
  expect((await read("nope", { userId: "cid" })).status).toBe(401);
  expect((await read(keys.foreign, { userId: "cid" })).body.messages).toEqual([]);
  expect((await read(keys.server, {})).status).toBe(422);
});
