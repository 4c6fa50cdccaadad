import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { addWorld, type World } from "@/db/testing/add-world";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { contract, everyone, type Role } from "@/lib/contract/contract";
import { AppError } from "@/lib/errors/app-error";
import { log } from "@/lib/http/log";
import { serveWith } from "@/lib/http/serve-with";
import { defineVerb, type Verb } from "@/lib/services/define-verb";
import { saveDraft } from "@/lib/services/journey/save-draft";
import { saveSegment } from "@/lib/services/segment/segment-verbs";
import { ctxOf } from "@/lib/services/testing/ctx-of";

const now = new Date("2026-11-16T09:00:00Z");
const HERE = "https://waymark.test";
let testing: TestDatabase;
let world: World;
beforeAll(async () => {
  testing = await openTestDatabase();
  world = await addWorld(testing, "OURS", now);
});
afterAll(() => testing.drop());

interface Asked {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
  query?: string;
  params?: Record<string, string>;
  role?: Role;
}

async function ask<I, O>(
  verb: Verb<I, O>,
  { method = "POST", body, headers = {}, query = "", params = {}, role = "marketer" }: Asked,
) {
  const open = async (slug: string) => {
    if (slug !== "ours") throw new AppError("not_found", "There is no such workspace, or you are not a member of it.");
    return ctxOf(testing.database, world.workspaceId, role, now, world.userId);
  };
  const request = new Request(`${HERE}/api/app/ours/x${query}`, {
    method,
    headers: { host: "waymark.test", ...headers },
    duplex: "half",
    ...(body === undefined ? {} : { body }),
  } as RequestInit);
  const response = await serveWith(open, verb)(request, { params: Promise.resolve({ ws: "ours", ...params }) });
  return {
    status: response.status,
    headers: response.headers,
    said: (await response.json()) as Record<string, unknown>,
  };
}

const echo = defineVerb(
  contract({ name: "test.echo", roles: everyone, input: z.record(z.string(), z.unknown()), audit: null }),
  async (_scope, input) => input,
);
const wanted = () =>
  JSON.stringify({
    name: "Pro plan",
    subject: "person",
    rule: { kind: "trait", of: "subject", trait: "plan", op: "is", value: "pro" },
  });
const segments = async () =>
  Number(
    (
      await testing.database.pool.query("select count(*) as n from segment where workspace_id = $1", [
        world.workspaceId,
      ])
    ).rows[0].n,
  );

test("address, query and body together are the input; the address wins", async () => {
  const { status, said, headers } = await ask(echo, {
    query: "?a=query&b=query&c=query",
    body: '{"b":"body","c":"body","d":[1]}',
    params: { c: "address" },
  });
  expect([status, said]).toEqual([200, { a: "query", b: "body", c: "address", d: [1] }]);
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a write from this site is done, and from nowhere said is done too", async () => {
  const origins: Record<string, string>[] = [{ origin: HERE }, {}];
  for (const headers of origins) expect((await ask(saveSegment, { body: wanted(), headers })).status).toBe(200);
});

test.each(["https://evil.test", "https://waymark.test.evil.test", "https://waymark.test:8443", "null", "nonsense"])(
  "a write from %s is refused and nothing is done",
  async (origin) => {
    const before = await segments();
    const { status, said } = await ask(saveSegment, { body: wanted(), headers: { origin } });
    expect([status, said]).toEqual([
      403,
      { error: { code: "forbidden", message: "This request came from another site." } },
    ]);
    expect(await segments()).toBe(before);
  },
);

test("a write is never done with GET", async () => {
  const { status, said } = await ask(saveSegment, { method: "GET", query: "?name=x&subject=person" });
  expect([status, said]).toEqual([
    422,
    { error: { code: "invalid", message: expect.stringContaining("POST or PATCH") } },
  ]);
});

test("a body above 4 MB is refused, however it comes", async () => {
  const large = JSON.stringify({ text: "x".repeat(4 * 1024 * 1024) });
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  for (const body of [large, endless]) {
    const { status, said } = await ask(echo, { body });
    expect([status, said]).toEqual([
      422,
      { error: { code: "invalid", message: "body: larger than 4 MB. Send less at a time." } },
    ]);
  }
  expect(pulled).toBeLessThan(10);
});

test.each(["{", "[]", "null", "3", '"text"', "a=b", "\u0000"])(
  "a body that is no JSON object is refused: %j",
  async (body) => {
    const { status, said } = await ask(echo, { body });
    expect([status, said]).toEqual([
      422,
      { error: { code: "invalid", message: expect.stringContaining("not a JSON object") } },
    ]);
  },
);

test("each wrong field is named", async () => {
  const { status, said } = await ask(saveSegment, { body: '{"name":"","subject":"planet"}' });
  expect(status).toBe(422);
  expect((said.fields as { field: string }[]).map((one) => one.field)).toEqual(["name", "subject", "rule"]);
});

test("a text the database cannot keep is a wrong field, not a fault", async () => {
  for (const name of ["a\u0000b", "a\ud800b"]) {
    const { status, said } = await ask(saveSegment, { body: JSON.stringify({ ...JSON.parse(wanted()), name }) });
    expect([status, said.fields]).toEqual([
      422,
      [{ field: "name", message: expect.stringContaining("cannot be stored") }],
    ]);
  }
});

test("a role that may not and a workspace that is not theirs are answered as such", async () => {
  expect((await ask(saveSegment, { body: wanted(), role: "viewer" })).status).toBe(403);
  expect((await ask(echo, { body: "{}", params: { ws: "theirs" } })).status).toBe(404);
});

test("a conflict carries what stands now beside its sentence", async () => {
  const body = JSON.stringify({ baseRev: 99, patches: [{ op: "replace", path: ["document", "name"], value: "x" }] });
  const { status, said } = await ask(saveDraft, { method: "PATCH", body, params: { journeyId: world.journeyId } });
  expect(status).toBe(409);
  expect(said).toMatchObject({
    error: { code: "conflict" },
    rev: 1,
    document: { name: world.document.name },
    layout: { offsets: {} },
  });
});

test("the cause of a bug is logged under a reference and never answered; what it did is undone", async () => {
  const written = vi.spyOn(log, "error").mockImplementation(() => undefined);
  const broken = defineVerb(
    contract({ name: "test.broken", roles: everyone, input: z.object({}), audit: "test.broken" }),
    async ({ tx, audit }) => {
      await tx.query("insert into vocabulary (workspace_id, kind, name) values ($1, 'event', 'half done')", [
        tx.workspaceId,
      ]);
      audit("x");
      await tx.query("select secret_column from person");
    },
  );
  const { status, said } = await ask(broken, { body: "{}" });
  expect(status).toBe(500);
  const reference = /reference ([0-9a-f]{8})/.exec(JSON.stringify(said))?.[1];
  expect(said).toEqual({
    error: { code: "bug", message: `A fault of ours (reference ${reference}). Nothing was changed.` },
  });
  expect(written).toHaveBeenCalledWith(
    {
      reference,
      where: "test.broken",
      err: expect.objectContaining({ message: expect.stringContaining("secret_column") }),
    },
    "unexpected failure",
  );
  expect((await testing.database.pool.query("select 1 from vocabulary where name = 'half done'")).rows).toEqual([]);
  written.mockRestore();
});

test("a write that says nothing to the audit log, and a read that does, are bugs and are undone", async () => {
  const written = vi.spyOn(log, "error").mockImplementation(() => undefined);
  const insert = "insert into vocabulary (workspace_id, kind, name) values ($1, 'event', 'unsaid')";
  const silent = defineVerb(
    contract({ name: "test.silent", roles: everyone, input: z.object({}), audit: "test.silent" }),
    ({ tx }) => tx.query(insert, [tx.workspaceId]),
  );
  const loud = defineVerb(
    contract({ name: "test.loud", roles: everyone, input: z.object({}), audit: null }),
    async ({ audit }) => audit("x"),
  );
  for (const verb of [silent, loud])
    expect((await ask(verb as Verb<object, unknown>, { body: "{}" })).status).toBe(500);
  expect((await testing.database.pool.query("select 1 from vocabulary where name = 'unsaid'")).rows).toEqual([]);
  written.mockRestore();
});
