import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { setUp } from "@/lib/services/workspace/set-up";

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

const input = { name: "Ana", email: "Ana@example.test", password: "long enough", workspace: "Blüte & Söhne" };
const hashPassword = async (password: string) => `hash of ${password.length}`;

test("wrong fields are named and nothing is made", async () => {
  const scope = { database: testing.database, hashPassword, now: new Date() };
  await expect(setUp(scope, { ...input, password: "short", email: "nobody" })).rejects.toMatchObject({
    code: "invalid",
    detail: { fields: [{ field: "email" }, { field: "password" }] },
  });
  expect((await testing.database.pool.query("select 1 from workspace")).rows).toEqual([]);
});

test("of two set-ups at once one wins, the other is told to sign in", async () => {
  const scope = { database: testing.database, hashPassword, now: new Date() };
  const results = await Promise.allSettled([
    setUp(scope, input),
    setUp(scope, { ...input, email: "bob@example.test", workspace: "Other" }),
  ]);
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(results.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  const { rows } = await testing.database.pool.query(
    'select u.email, m.role, (select count(*)::int from workspace) as workspaces from "user" u join membership m on m.user_id = u.id',
  );
  expect(rows).toMatchObject([{ role: "admin", workspaces: 1 }]);
});
