import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { bucketOf } from "@/lib/hash/bucket-of";
import { createJourney } from "@/lib/services/journey/create-journey";
import { search } from "@/lib/services/search/search";
import { createTask } from "@/lib/services/task/create-task";
import { ctxOf } from "@/lib/services/testing/ctx-of";

const now = new Date("2026-11-16T09:00:00Z");
let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

const as = (workspaceId: string) => ctxOf(testing.database, workspaceId, "viewer", now);

async function addAccount(workspaceId: string, name: string) {
  const id = randomUUID();
  await testing.database.transaction(workspaceId, (tx) =>
    tx.query(
      "insert into account (bucket, workspace_id, id, external_id, name, stage) values ($1, $2, $3, $4, $5, 'growth')",
      [bucketOf(id), workspaceId, id, `ext-${id}`, name],
    ),
  );
  return id;
}

async function addPerson(workspaceId: string, name: string | null, email: string) {
  const id = randomUUID();
  await testing.database.transaction(workspaceId, (tx) =>
    tx.query("insert into person (bucket, workspace_id, id, name, email) values ($1, $2, $3, $4, $5)", [
      bucketOf(id),
      workspaceId,
      id,
      name,
      email,
    ]),
  );
  return id;
}

const labels = async (workspaceId: string, q: string) =>
  (await search(as(workspaceId), { q })).hits.map((hit) => hit.label);

test("finds each kind of thing, with where it leads", async () => {
  const workspaceId = await testing.addWorkspace(`lumen-${randomUUID().slice(0, 6)}`);
  const admin = ctxOf(testing.database, workspaceId, "admin", now);
  const journey = await createJourney(admin, { name: "Nordlicht welcome" });
  const accountId = await addAccount(workspaceId, "Nordlicht GmbH");
  const personId = await addPerson(workspaceId, "Kim Park", "kim@nordlicht.example");
  await testing.database.transaction(workspaceId, (tx) =>
    tx.query(
      "insert into segment (workspace_id, id, name, subject, rule, deleted_at) values ($1, $2, 'Nordlicht users', 'person', '{}', null), ($1, $3, 'Nordlicht gone', 'person', '{}', now())",
      [workspaceId, randomUUID(), randomUUID()],
    ),
  );
  await testing.database.pool.query(`insert into "user" (id, email, name, password_hash) values ($1, $2, 'Ana', '')`, [
    admin.actor.kind === "user" && admin.actor.userId,
    `${workspaceId}@x.test`,
  ]);
  await testing.database.pool.query("insert into membership (workspace_id, user_id, role) values ($1, $2, 'admin')", [
    workspaceId,
    admin.actor.kind === "user" && admin.actor.userId,
  ]);
  await createTask(admin, { accountId, title: "Call nordlicht about seats" });
  const { hits } = await search(as(workspaceId), { q: "nordlicht" });
  expect(hits.map(({ group, label }) => [group, label])).toEqual([
    ["Journeys", "Nordlicht welcome"],
    ["Accounts", "Nordlicht GmbH"],
    ["People", "Kim Park"],
    ["Segments", "Nordlicht users"],
    ["Tasks", "Call nordlicht about seats"],
  ]);
  const slug = (await testing.database.pool.query("select slug from workspace where id = $1", [workspaceId])).rows[0]
    .slug;
  expect(hits.map((hit) => hit.href)).toEqual([
    `/${slug}/journeys/${journey.journeyId}/build`,
    `/${slug}/accounts/${accountId}`,
    `/${slug}/people/${personId}`,
    `/${slug}/library/segments`,
    `/${slug}/accounts/${accountId}`,
  ]);
  expect(new Set(hits.map((hit) => hit.id)).size).toBe(5);
});

test("what begins with the text comes first, then words that do; at most eight", async () => {
  const workspaceId = await testing.addWorkspace();
  for (const name of ["Barcode", "Blue Arc", "Arc Two", "arcade"]) await addAccount(workspaceId, name);
  expect(await labels(workspaceId, "arc")).toEqual(["Arc Two", "arcade", "Blue Arc", "Barcode"]);
  for (let i = 0; i < 9; i++) await addAccount(workspaceId, `Archive ${i}`);
  expect(await labels(workspaceId, "arc")).toHaveLength(8);
});

test("percent, underscore and backslash mean themselves", async () => {
  const workspaceId = await testing.addWorkspace();
  for (const name of ["50% off", "500 off", "a_b", "axb", "c\\d"]) await addAccount(workspaceId, name);
  expect(await labels(workspaceId, "50%")).toEqual(["50% off"]);
  expect(await labels(workspaceId, "a_b")).toEqual(["a_b"]);
  expect(await labels(workspaceId, "c\\d")).toEqual(["c\\d"]);
  expect(await labels(workspaceId, "%")).toEqual(["50% off"]);
});

test("a person without a name goes by the e-mail", async () => {
  const workspaceId = await testing.addWorkspace();
  await addPerson(workspaceId, null, "zoe@example.test");
  expect((await search(as(workspaceId), { q: "ZOE" })).hits).toMatchObject([
    { group: "People", label: "zoe@example.test" },
  ]);
});

test("nothing of another workspace, nothing for nothing, and a text too long is named", async () => {
  const [here, there] = [await testing.addWorkspace(), await testing.addWorkspace()];
  await addAccount(there, "Hidden");
  expect(await labels(here, "hidden")).toEqual([]);
  expect(await labels(there, "hidden")).toEqual(["Hidden"]);
  expect(await labels(there, "  ")).toEqual([]);
  await expect(search(as(here), { q: "x".repeat(201) })).rejects.toMatchObject({
    code: "invalid",
    detail: { fields: [{ field: "q" }] },
  });
});
