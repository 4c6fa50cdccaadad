import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { scoreDueAccounts } from "@/lib/engine/score-due-accounts";
import { Story } from "@/lib/engine/testing/story";

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

test("an account is scored once a day, and its bucket is told to look again", async () => {
  const story = await Story.begin(testing);
  await testing.database.pool.query('insert into "user" (id, email, name, password_hash) values ($1, $2, $2, $2)', [
    story.workspaceId,
    "ana@example.test",
  ]);
  await testing.database.pool.query("insert into membership (workspace_id, user_id, role) values ($1, $1, 'admin')", [
    story.workspaceId,
  ]);
  const accountId = await story.account();
  const now = new Date();
  expect(await scoreDueAccounts(testing.database, now)).toBe(1);
  expect(await scoreDueAccounts(testing.database, now)).toBe(0);
  expect(await story.rows("select subject_id, payload->>'cause' as cause from inbox")).toEqual([
    { subject_id: accountId, cause: "scored" },
  ]);
  expect(await scoreDueAccounts(testing.database, new Date(now.getTime() + 25 * 3_600_000))).toBe(1);
  expect(await story.rows("select count(*)::int as days from score_day")).toEqual([{ days: 2 }]);
});
