import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { addWriteKey } from "@/db/queries/source/add-write-key";
import { subjectIdOf } from "@/db/queries/ingest/subject-id";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { bucketOf } from "@/lib/hash/bucket-of";
import { openIngest, type Ingest } from "@/lib/http/ingest/open-ingest";
import { hashKey } from "@/lib/services/ingest/find-key";
import type { IngestReply } from "@/lib/contract/ingest/ingest-reply";

const HOST = "http://waymark.test";
const nowMs = Date.UTC(2026, 10, 20, 12, 0, 0);
const iso = (ms: number) => new Date(ms).toISOString();

let testing: TestDatabase;
let ingest: Ingest;
beforeAll(async () => {
  testing = await openTestDatabase({ maxConnections: 8 });
  ingest = open();
});
afterAll(() => testing.drop());

/** A door with its own memory, like another web process. */
function open(database: Database = testing.database): Ingest {
  return openIngest({ database, now: () => new Date(nowMs), newId: randomUUID }, HOST);
}

interface Source {
  workspaceId: string;
  key: string;
}

async function source(
  kind: "server" | "browser" = "server",
  origins: string[] = [],
  workspaceId?: string,
): Promise<Source> {
  const id = workspaceId ?? (await testing.addWorkspace());
  const key = randomUUID();
  await testing.database.transaction(id, (tx) =>
    addWriteKey(
      tx,
      { id: randomUUID(), kind, name: kind, keyHash: hashKey(key), lastFour: key.slice(-4), origins },
      new Date(nowMs),
    ),
  );
  return { workspaceId: id, key };
}

function request(
  body: unknown,
  { key, headers = {} }: { key?: string; headers?: Record<string, string> } = {},
): Request {
  const auth: Record<string, string> = key
    ? { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` }
    : {};
  const content = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  return new Request(`${HOST}/v1/x`, {
    method: "POST",
    body: content as BodyInit,
    headers: { "content-type": "application/json", ...auth, ...headers },
  });
}

async function send(
  from: Source,
  batch: unknown[],
  {
    door = ingest,
    headers = {},
    call = "batch",
  }: { door?: Ingest; headers?: Record<string, string>; call?: string } = {},
) {
  const response = await door.track(request({ batch }, { key: from.key, headers }), call);
  return {
    status: response.status,
    headers: response.headers,
    ...((await response.json()) as IngestReply & { error?: { message: string } }),
  };
}

function rows<R extends Record<string, unknown>>(from: Source, text: string, values: unknown[] = []): Promise<R[]> {
  return testing.database.transaction(from.workspaceId, (tx) => tx.query<R>(text, values));
}
const track = (event: string, more: Record<string, unknown> = {}) => ({ type: "track", event, ...more });

describe("stored once", () => {
  test("the same message id counts once: in one batch, in the next, and in another process", async () => {
    const from = await source();
    const item = track("signed_up", { userId: "ann", messageId: "m1" });
    expect(await send(from, [item, item])).toMatchObject({ status: 200, accepted: 1, duplicates: 1 });
    expect(await send(from, [item])).toMatchObject({ status: 200, accepted: 0, duplicates: 1 });
    expect(
      await send(from, [item, track("other", { userId: "ann", messageId: "m2" })], { door: open() }),
    ).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await rows(from, "select name from event order by name")).toEqual([
      { name: "other" },
      { name: "signed_up" },
    ]);
    expect(await rows(from, "select kind from inbox")).toHaveLength(2);
  });

  test("twenty requests with the same hundred items at once store a hundred", async () => {
    const from = await source();
    const batch = Array.from({ length: 100 }, (_, i) => track("viewed", { userId: `u${i % 30}`, messageId: `m${i}` }));
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(from, batch, { door: open() })));
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    expect(replies.reduce((sum, reply) => sum + reply.accepted, 0)).toBe(100);
    expect(
      await rows(from, "select count(*)::int as events, (select count(*)::int from inbox) as told from event"),
    ).toEqual([{ events: 100, told: 100 }]);
  });

  test("a repeat is found after its person was joined with another", async () => {
    const from = await source();
    await send(from, [{ type: "identify", userId: "ann" }]);
    const visit = { type: "page", anonymousId: "a1", messageId: "visit" };
    await send(from, [visit]);
    await send(from, [{ type: "identify", userId: "ann", anonymousId: "a1" }]);
    expect(await send(from, [visit], { door: open() })).toMatchObject({ accepted: 0, duplicates: 1 });
  });
});

describe("identities", () => {
  async function peopleOf(from: Source) {
    return rows<{ externalId: string; id: string; email: string | null }>(
      from,
      'select external_id as "externalId", id, email from person order by external_id',
    );
  }

  test("requests that race with the same new user make one person", async () => {
    const from = await source();
    const doors = Array.from({ length: 4 }, () => open());
    await Promise.all(doors.map((door) => send(from, [track("warm", { userId: `w${randomUUID()}` })], { door })));
    const replies = await Promise.all(
      doors.map((door, i) =>
        send(
          from,
          [
            { type: "identify", userId: "new", traits: { email: "n@x.test" }, messageId: `i${i}` },
            track("go", { userId: "new", anonymousId: `d${i}` }),
          ],
          { door },
        ),
      ),
    );
    expect(replies.map((reply) => reply.accepted)).toEqual([2, 2, 2, 2]);
    const [person, ...more] = (await peopleOf(from)).filter((one) => !one.externalId.startsWith("w"));
    expect(more).toEqual([]);
    expect(person).toMatchObject({
      externalId: "new",
      email: "n@x.test",
      id: subjectIdOf(from.workspaceId, "user", "new"),
    });
    expect(await rows(from, "select distinct person_id from event where name in ('go', 'identify')")).toEqual([
      { person_id: person?.id },
    ]);
  });

  test("an anonymous visitor who signs up keeps the history and becomes known", async () => {
    const from = await source();
    await send(from, [{ type: "page", anonymousId: "a1" }]);
    await send(from, [{ type: "identify", userId: "ann", anonymousId: "a1" }, track("go", { userId: "ann" })], {
      door: open(),
    });
    await send(from, [track("late", { anonymousId: "a1" })], { door: open() });
    expect(await peopleOf(from)).toMatchObject([{ externalId: "ann" }]);
    expect(
      await rows(from, "select count(distinct person_id)::int as people, count(*)::int as events from event"),
    ).toEqual([{ people: 1, events: 4 }]);
  });

  test("what an anonymous visitor does after signing in to a known person is that person's, also in another process", async () => {
    const from = await source();
    await send(from, [{ type: "identify", userId: "ann" }]);
    await send(from, [track("before", { anonymousId: "a2" })]);
    await send(from, [
      { type: "identify", userId: "ann", anonymousId: "a2" },
      track("same request", { anonymousId: "a2" }),
    ]);
    await send(from, [track("after", { anonymousId: "a2" })], { door: open() });
    const ann = subjectIdOf(from.workspaceId, "user", "ann");
    const visitor = subjectIdOf(from.workspaceId, "anonymous", "a2");
    const events = await rows<{ name: string; person_id: string }>(
      from,
      "select name, person_id from event where type = 'track' order by name",
    );
    expect(events).toEqual([
      { name: "after", person_id: ann },
      { name: "before", person_id: visitor },
      { name: "same request", person_id: ann },
    ]);
    expect(await rows(from, "select value, subject_id from identity where kind = 'merged'")).toEqual([
      { value: visitor, subject_id: ann },
    ]);
  });

  test("a second person on a shared device does not touch the first", async () => {
    const from = await source();
    await send(from, [{ type: "identify", userId: "ann", anonymousId: "kiosk" }]);
    await send(from, [
      { type: "identify", userId: "bob", anonymousId: "kiosk" },
      track("go", { userId: "bob", anonymousId: "kiosk" }),
    ]);
    expect((await peopleOf(from)).map((one) => one.externalId)).toEqual(["ann", "bob"]);
    expect(await rows(from, "select person_id from event where name = 'go'")).toEqual([
      { person_id: subjectIdOf(from.workspaceId, "user", "bob") },
    ]);
    expect(await rows(from, "select 1 from identity where kind = 'merged'")).toEqual([]);
  });

  test("two users who race for one anonymous visitor: one becomes it, both stay themselves", async () => {
    const from = await source();
    for (let i = 0; i < 10; i++) {
      await send(from, [{ type: "page", anonymousId: `v${i}` }]);
      const claims = ["x", "y"].map((name) =>
        send(from, [{ type: "identify", userId: `${name}${i}`, anonymousId: `v${i}` }], { door: open() }),
      );
      expect((await Promise.all(claims)).map((reply) => reply.accepted)).toEqual([1, 1]);
    }
    const people = await peopleOf(from);
    expect(people.map((one) => one.externalId)).toEqual(
      ["x", "y"].flatMap((name) => Array.from({ length: 10 }, (_, i) => `${name}${i}`)),
    );
    expect(new Set(people.map((one) => one.id)).size).toBe(20);
  });

  test("a server key joins two known people; later events go to the one that stays", async () => {
    const from = await source();
    await send(from, [
      { type: "identify", userId: "old" },
      { type: "identify", userId: "new" },
    ]);
    expect(await send(from, [{ type: "alias", previousId: "old", userId: "new" }])).toMatchObject({ accepted: 1 });
    await send(from, [track("late", { userId: "old" })], { door: open() });
    expect(await rows(from, "select person_id from event where name = 'late'")).toEqual([
      { person_id: subjectIdOf(from.workspaceId, "user", "new") },
    ]);
  });

  test("two people joined with each other at the same moment become one, not none", async () => {
    const from = await source();
    await send(from, [
      { type: "identify", userId: "p" },
      { type: "identify", userId: "q" },
    ]);
    await Promise.all([
      send(from, [{ type: "alias", previousId: "p", userId: "q" }], { door: open() }),
      send(from, [{ type: "alias", previousId: "q", userId: "p" }], { door: open() }),
    ]);
    await send(from, [track("late", { userId: "p" }), track("late", { userId: "q" })], { door: open() });
    expect(await rows(from, "select count(distinct person_id)::int as people from event where name = 'late'")).toEqual([
      { people: 1 },
    ]);
  });

  test("the same ids in two workspaces are two people, and neither sees the other", async () => {
    const [a, b] = [await source(), await source()];
    await send(a, [track("go", { userId: "ann", messageId: "m" })]);
    expect(await send(b, [track("go", { userId: "ann", messageId: "m" })])).toMatchObject({
      accepted: 1,
      duplicates: 0,
    });
    const [inA, inB] = [await peopleOf(a), await peopleOf(b)];
    expect([inA.length, inB.length]).toEqual([1, 1]);
    expect(inA[0]?.id).not.toBe(inB[0]?.id);
  });
});

describe("accounts", () => {
  test("a group makes the account and its member, and later events are told to the account", async () => {
    const from = await source();
    const reply = await send(from, [
      { type: "group", userId: "ann", groupId: "acme", traits: { name: "Acme", arr: 12000 } },
      track("used_feature", { userId: "ann", properties: { feature: "x" } }),
      { type: "page", userId: "ann" },
    ]);
    expect(reply.accepted).toBe(3);
    await send(from, [track("later", { userId: "ann" })], { door: open() });
    const accountId = subjectIdOf(from.workspaceId, "group", "acme");
    const personId = subjectIdOf(from.workspaceId, "user", "ann");
    expect(await rows(from, "select id, name, external_id from account")).toEqual([
      { id: accountId, name: "Acme", external_id: "acme" },
    ]);
    expect(await rows(from, "select account_id, account_bucket from person")).toEqual([
      { account_id: accountId, account_bucket: bucketOf(accountId) },
    ]);
    expect(await rows(from, "select account_id, person_id, bucket from account_member")).toEqual([
      { account_id: accountId, person_id: personId, bucket: bucketOf(accountId) },
    ]);
    const told = await rows<{ payload: { name: string; personId: string; properties: unknown } }>(
      from,
      "select payload from inbox where subject_id = $1 and bucket = $2 order by id",
      [accountId, bucketOf(accountId)],
    );
    expect(told.map(({ payload }) => [payload.name, payload.personId])).toEqual([
      ["group", personId],
      ["used_feature", personId],
      ["later", personId],
    ]);
    expect(told[0]?.payload.properties).toEqual({ name: "Acme", arr: 12000 });
    expect(await rows(from, "select name from event where account_id is distinct from $1", [accountId])).toEqual([]);
    expect(
      await rows(from, "select work from bucket_due where workspace_id = $1 and bucket = any($2)", [
        from.workspaceId,
        [bucketOf(accountId), bucketOf(personId)],
      ]),
    ).toHaveLength(2);
  });

  test("an event of an account without a person lives with the account", async () => {
    const from = await source();
    await send(from, [track("invoice_paid", { context: { groupId: "acme" } })]);
    const accountId = subjectIdOf(from.workspaceId, "group", "acme");
    expect(await rows(from, "select bucket, person_id, account_id from event")).toEqual([
      { bucket: bucketOf(accountId), person_id: null, account_id: accountId },
    ]);
    expect(await rows(from, "select subject_id from inbox")).toEqual([{ subject_id: accountId }]);
  });
});

describe("refusals", () => {
  test("each bad item is refused alone with its field, and kept", async () => {
    const from = await source();
    const reply = await send(from, [
      track("good", { userId: "ann" }),
      track("", { userId: "ann" }),
      { type: "purchase", userId: "ann" },
      track("good", { userId: "ann", properties: { blob: "x".repeat(40_000) } }),
      "nonsense",
      track("good", { userId: "ann", timestamp: "soon" }),
      track("good", {}),
      track("good\u0000\ud800", { userId: "ann", properties: { a: "\u0000\ud800" } }),
    ]);
    expect(reply).toMatchObject({ status: 200, success: true, accepted: 2 });
    expect(reply.refused.map(({ index, field }) => [index, field])).toEqual([
      [1, "event"],
      [2, "type"],
      [3, "item"],
      [4, "item"],
      [5, "timestamp"],
      [6, "userId"],
    ]);
    const kept = await rows<{ field: string; item: unknown }>(from, "select field, item from event_refused");
    expect(kept.map((one) => one.field).sort()).toEqual(["event", "item", "item", "timestamp", "type", "userId"]);
    expect(kept.find((one) => one.field === "type")?.item).toEqual({ type: "purchase", userId: "ann" });
  });

  test("when nothing can be taken the answer is 400 with the reasons", async () => {
    const from = await source();
    expect(await send(from, [track("", { userId: "u" }), {}])).toMatchObject({
      status: 400,
      success: false,
      accepted: 0,
      refused: [{ index: 0 }, { index: 1 }],
    });
    const single = await ingest.track(request({ event: "x" }, { key: from.key }), "track");
    expect([single.status, ((await single.json()) as IngestReply).refused[0]?.field]).toEqual([400, "userId"]);
    expect(await send(from, [])).toMatchObject({ status: 200, accepted: 0 });
  });

  test.each([
    ["no key", 401, /write key is missing/, {}],
    ["a wrong key", 401, /not known here/, { key: "nope" }],
  ])("%s", async (_, status, message, options) => {
    const response = await ingest.track(request(track("a", { userId: "u" }), options), "track");
    expect(response.status).toBe(status);
    expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(message);
  });

  test.each([
    ["not JSON", "{", 400, /not JSON/],
    ["a list", "[]", 400, /JSON object/],
    ["no batch", "{}", 400, /batch: must be a list/],
    ["too many items", JSON.stringify({ batch: Array(2501).fill(0) }), 413, /2501 items/],
    ["too large", JSON.stringify({ batch: ["x".repeat(5 * 1024 * 1024)] }), 413, /5 MB/],
    ["not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), 400, /UTF-8/],
  ])("a body that is %s is refused as a whole", async (_, body, status, message) => {
    const from = await source();
    const response = await ingest.track(request(body, { key: from.key }), "batch");
    expect(response.status).toBe(status);
    expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(message);
  });

  test("nothing nested a hundred thousand deep gets through or breaks anything", async () => {
    const from = await source();
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const body = `{"batch":[{"type":"track","event":"a","userId":"u","integrations":${deep}},{"type":"track","event":"a","userId":"u","properties":{"x":${deep}}},{"type":"track","event":"ok","userId":"u"}]}`;
    const response = await ingest.track(request(body, { key: from.key }), "batch");
    expect(await response.json()).toMatchObject({ accepted: 1, refused: [{ index: 0, field: "item" }, { index: 1 }] });
  });

  test("when a later statement fails nothing is half done, and sending again works", async () => {
    const from = await source();
    await testing.database.pool.query("alter table inbox add constraint broken check (subject_id is null) not valid");
    const item = track("go", { userId: "ann", messageId: "m" });
    expect((await send(from, [item])).status).toBe(500);
    await testing.database.pool.query("alter table inbox drop constraint broken");
    for (const table of ["identity", "person", "event", "event_seen", "inbox", "vocabulary"]) {
      expect(await rows(from, `select * from ${table}`), table).toEqual([]);
    }
    expect(await send(from, [item])).toMatchObject({ status: 200, accepted: 1, duplicates: 0 });
    expect(await rows(from, "select name from vocabulary")).toEqual([{ name: "go" }]);
  });
});

describe("how it may be sent", () => {
  test("packed with gzip", async () => {
    const from = await source();
    const packed = gzipSync(JSON.stringify({ batch: [track("a", { userId: "u" })] }));
    const response = await ingest.track(
      request(packed, { key: from.key, headers: { "content-encoding": "gzip" } }),
      "batch",
    );
    expect(await response.json()).toMatchObject({ accepted: 1 });
  });

  test("a small archive of a large body is refused without unpacking it", async () => {
    const from = await source();
    const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024));
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    const response = await ingest.track(
      request(bomb, { key: from.key, headers: { "content-encoding": "gzip" } }),
      "batch",
    );
    expect(response.status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
    const false_ = await ingest.track(
      request("{}", { key: from.key, headers: { "content-encoding": "gzip" } }),
      "batch",
    );
    expect(false_.status).toBe(400);
    expect(
      (await ingest.track(request("{}", { key: from.key, headers: { "content-encoding": "zstd" } }), "batch")).status,
    ).toBe(415);
  });

  test("with the key in the body as text/plain, or in the address as a beacon", async () => {
    const from = await source();
    const inBody = await ingest.track(
      request({ ...track("a", { userId: "u" }), writeKey: from.key }, { headers: { "content-type": "text/plain" } }),
      "t",
    );
    expect(await inBody.json()).toMatchObject({ accepted: 1 });
    const beacon = new Request(`${HOST}/beacon/v1/batch?writeKey=${from.key}`, {
      method: "POST",
      body: JSON.stringify({ batch: [track("b", { userId: "u" })] }),
    });
    expect(await (await ingest.track(beacon, "batch")).json()).toMatchObject({ accepted: 1 });
  });

  test("an address that means nothing, or a GET, gets a sentence", async () => {
    expect((await ingest.track(request({}), "purchase")).status).toBe(404);
    expect((await ingest.track(new Request(`${HOST}/v1/track`), "track")).status).toBe(405);
  });

  test("a revoked key stops working", async () => {
    const from = await source();
    await testing.database.pool.query("update write_key set revoked_at = now() where workspace_id = $1", [
      from.workspaceId,
    ]);
    expect((await send(from, [track("a", { userId: "u" })], { door: open() })).status).toBe(401);
  });
});

describe("browser keys", () => {
  const shop = "https://shop.example";

  test("work only from their pages, and answer preflights", async () => {
    const from = await source("browser", [shop]);
    const ok = await send(from, [track("a", { userId: "u" })], { headers: { origin: shop } });
    expect([ok.status, ok.headers.get("access-control-allow-origin")]).toEqual([200, shop]);
    const other = await send(from, [track("a", { userId: "u" })], { headers: { origin: "https://evil.example" } });
    expect([other.status, other.error?.message]).toEqual([403, expect.stringContaining("https://evil.example")]);
    const preflight = await ingest.track(
      new Request(`${HOST}/v1/track`, { method: "OPTIONS", headers: { origin: shop } }),
      "track",
    );
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
      204,
      expect.stringContaining("authorization"),
    ]);
  });

  test("a server key is refused from another site's page", async () => {
    const from = await source();
    expect((await send(from, [track("a", { userId: "u" })], { headers: { origin: shop } })).status).toBe(403);
    expect(
      (await send(from, [track("a", { userId: "u" })], { headers: { origin: HOST, host: "waymark.test" } })).status,
    ).toBe(200);
  });

  test("cannot set protected traits, nor the address of a known person; the rest is taken", async () => {
    const from = await source("browser", ["*"]);
    const first = await send(from, [
      { type: "identify", userId: "ann", traits: { email: "ann@x.test", plan: "gold", colour: "red" } },
    ]);
    expect(first).toMatchObject({ accepted: 1, withheld: [{ index: 0, field: "traits.plan" }] });
    const again = await send(
      from,
      [{ type: "identify", userId: "ann", traits: { email: "ann@x.test", colour: "blue" } }],
      { door: open() },
    );
    expect(again).toMatchObject({ accepted: 1, withheld: [] });
    const attack = await send(
      from,
      [{ type: "identify", userId: "ann", traits: { email: "mallory@x.test", Phone_Number: "+1", colour: "green" } }],
      { door: open() },
    );
    expect(attack.withheld.map((one) => one.field)).toEqual(["traits.email", "traits.Phone_Number"]);
    const [last] = await rows<{ payload: { properties: unknown } }>(
      from,
      "select payload from inbox order by id desc limit 1",
    );
    expect(last?.payload.properties).toEqual({ colour: "green" });
    const group = await send(from, [
      { type: "group", userId: "ann", groupId: "acme", traits: { name: "Acme", ARR: 1 } },
    ]);
    expect(group).toMatchObject({ accepted: 1, withheld: [{ field: "traits.ARR" }] });
    expect((await rows(from, "select field from event_refused")).length).toBe(4);
  });

  test("cannot change the address of a known person through the device's anonymous id", async () => {
    const from = await source("browser", ["*"]);
    await send(from, [{ type: "identify", userId: "ann", anonymousId: "d1", traits: { email: "ann@x.test" } }]);
    const attack = await send(from, [{ type: "identify", anonymousId: "d1", traits: { email: "mallory@x.test" } }], {
      door: open(),
    });
    expect(attack.withheld).toMatchObject([{ field: "traits.email" }]);
  });

  test("cannot join two known people; a server key of the same workspace can", async () => {
    const browser = await source("browser", ["*"]);
    const server = await source("server", [], browser.workspaceId);
    await send(server, [
      { type: "identify", userId: "p" },
      { type: "identify", userId: "q" },
    ]);
    const alias = { type: "alias", previousId: "p", userId: "q" };
    expect(await send(browser, [alias])).toMatchObject({ status: 400, refused: [{ field: "previousId" }] });
    expect(await send(browser, [{ type: "alias", previousId: "p", userId: "somebody-new" }])).toMatchObject({
      status: 400,
    });
    expect(await send(server, [alias])).toMatchObject({ status: 200, accepted: 1 });
  });
});

describe("time", () => {
  test("what is older than a day or imported is history", async () => {
    const from = await source();
    const hourMs = 3_600_000;
    await send(from, [
      track("recent", { userId: "u", timestamp: iso(nowMs - 23 * hourMs) }),
      track("old", { userId: "u", timestamp: iso(nowMs - 25 * hourMs) }),
    ]);
    await send(from, [track("imported", { userId: "u" })], { call: "import" });
    const told = await rows<{ payload: { name: string; isHistory: boolean } }>(
      from,
      "select payload from inbox order by id",
    );
    expect(told.map(({ payload }) => [payload.name, payload.isHistory])).toEqual([
      ["recent", false],
      ["old", true],
      ["imported", true],
    ]);
  });

  test("a wrong clock is corrected by sentAt of the batch", async () => {
    const from = await source();
    const off = 6 * 3_600_000;
    await ingest.track(
      request(
        { batch: [track("a", { userId: "u", timestamp: iso(nowMs + off - 60_000) })], sentAt: iso(nowMs + off) },
        { key: from.key },
      ),
      "batch",
    );
    const [event] = await rows<{ happened_at: Date; received_at: Date }>(
      from,
      "select happened_at, received_at from event",
    );
    expect([event?.happened_at.getTime(), event?.received_at.getTime()]).toEqual([nowMs - 60_000, nowMs]);
  });
});

test("names of events and traits are remembered once", async () => {
  const from = await source();
  const batch = [
    track("go", { userId: "u" }),
    track("go", { userId: "u" }),
    { type: "identify", userId: "u", traits: { colour: "red" } },
    { type: "group", userId: "u", groupId: "g", traits: { size: 3 } },
  ];
  await Promise.all([send(from, batch, { door: open() }), send(from, batch, { door: open() })]);
  expect(await rows(from, "select kind, name from vocabulary order by kind, name")).toEqual([
    { kind: "account_trait", name: "size" },
    { kind: "event", name: "go" },
    { kind: "trait", name: "colour" },
  ]);
});

test("every statement on a hot table touches one bucket", async () => {
  const hot = /\b(identity|person|account|account_member|event|event_seen|event_refused|inbox|bucket_due)\b/;
  const seen: string[] = [];
  const listening = testing.open({
    onStatement: (text, values) => void (hot.test(text) && seen.push(`${typeof values[0]} ${/\$1/.test(text)}`)),
  });
  const from = await source();
  await send(
    from,
    [
      ...Array.from({ length: 20 }, (_, i) => track("go", { userId: `u${i}`, anonymousId: `a${i}` })),
      { type: "group", userId: "u1", groupId: "g", traits: {} },
      {},
    ],
    { door: open(listening) },
  );
  expect(seen.length).toBeGreaterThan(40);
  expect(new Set(seen)).toEqual(new Set(["number true"]));
});
