import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addAudit } from "@/db/queries/audit/add-audit";
import { verifyAudit } from "@/db/queries/audit/verify-audit";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";

let testing: TestDatabase;
let workspaceId: string;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

/** Details whose JSON does not come back from the database letter by letter. */
const details: Record<string, unknown>[] = [
  { name: "First" },
  { zebra: 1, apple: { two: 2, one: [3, { b: 1, a: 2 }] }, 10: "ten", 9: "nine" },
  { when: new Date("2026-03-01T10:00:00.123Z"), gone: undefined, nothing: null, list: [undefined, Number.NaN] },
  { huge: 1e21, small: 1e-7, zero: -0, half: 0.1 + 0.2, long: 'ü 🙂 \u2028 "quoted" \\ \u001f' },
  {},
];

beforeEach(async () => {
  workspaceId = await testing.addWorkspace();
  for (const [i, detail] of details.entries()) {
    const entry = {
      at: new Date(Date.UTC(2026, 2, 1, 10, i, 0, 7)),
      actor: "user:1",
      verb: "segment.saved",
      subject: `segment:${i}`,
      detail,
    };
    await testing.database.transaction(workspaceId, (tx) => addAudit(tx, entry));
  }
});

const verify = (seen?: { number: number; hash: string }) =>
  testing.database.transaction(workspaceId, (tx) => verifyAudit(tx, seen));
/** As the owner of the tables: the application's role may not touch the log. */
const owner = (text: string) => testing.database.pool.query(text, [workspaceId]);

test("entries chain, whatever their detail holds", async () => {
  const { rows } = await owner("select number, hash from audit where workspace_id = $1 order by number");
  expect(rows.map((row: { number: number }) => row.number)).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(rows.map((row: { hash: string }) => row.hash)).size).toBe(5);
  expect(await verify()).toEqual({ entries: 5, head: rows.at(-1), problem: null });
});

test("entries written at the same time still make one chain", async () => {
  const add = (i: number) =>
    testing.database.transaction(workspaceId, (tx) =>
      addAudit(tx, { at: new Date(0), actor: "user:1", verb: "task.created", subject: `task:${i}`, detail: {} }),
    );
  await Promise.all(Array.from({ length: 20 }, (_, i) => add(i)));
  expect(await verify()).toMatchObject({ entries: 25, problem: null });
});

test.each([
  ["at", "at + interval '1 second'"],
  ["actor", "'user:2'"],
  ["verb", "'segment.deleted'"],
  ["subject", "'segment:9'"],
  ["detail", `'{"name": "Other"}'`],
  ["hash", "md5('x')"],
])("a changed %s is found and its entry named", async (column, value) => {
  await owner(`update audit set ${column} = ${value} where workspace_id = $1 and number = 3`);
  expect(await verify()).toMatchObject({
    entries: 2,
    problem: { number: 3, what: expect.stringContaining("changed") },
  });
});

test.each([1, 3, 4])("a removed entry is found and named: %i", async (number) => {
  await owner(`delete from audit where workspace_id = $1 and number = ${number}`);
  expect(await verify()).toMatchObject({ problem: { number, what: "is missing" } });
});

test("a removed entry is found when the rest is renumbered", async () => {
  await owner("delete from audit where workspace_id = $1 and number = 3");
  await owner("update audit set number = number - 1 where workspace_id = $1 and number = 4");
  await owner("update audit set number = number - 1 where workspace_id = $1 and number = 5");
  expect(await verify()).toMatchObject({ problem: { number: 3 } });
});

test.each([
  ["at the end", 6],
  ["before the first", 0],
])("an inserted entry %s is found and named", async (_where, number) => {
  await owner(
    `insert into audit (workspace_id, number, at, actor, verb, subject, detail, hash) select workspace_id, ${number}, at, actor, verb, subject, detail, hash from audit where workspace_id = $1 and number = 5`,
  );
  expect(await verify()).toMatchObject({ problem: { number } });
});

test("an entry inserted between two is found and named", async () => {
  for (const number of [5, 4, 3])
    await owner(`update audit set number = ${number + 1} where workspace_id = $1 and number = ${number}`);
  await owner(
    "insert into audit (workspace_id, number, at, actor, verb, subject, detail, hash) select workspace_id, 3, at, actor, verb, subject, detail, hash from audit where workspace_id = $1 and number = 2",
  );
  expect(await verify()).toMatchObject({ problem: { number: 3 } });
});

test("a cut-off end and a log made anew are found against a head noted earlier", async () => {
  const { head } = await verify();
  if (!head) throw new Error("There is a head.");
  expect(await verify(head)).toMatchObject({ problem: null });
  await owner("delete from audit where workspace_id = $1 and number = 5");
  expect(await verify()).toMatchObject({ entries: 4, problem: null });
  expect(await verify(head)).toMatchObject({ problem: { number: 5, what: expect.stringContaining("cut off") } });
  await testing.database.transaction(workspaceId, (tx) =>
    addAudit(tx, { at: new Date(0), actor: "user:2", verb: "x", subject: "y", detail: {} }),
  );
  expect(await verify(head)).toMatchObject({ problem: { number: 5, what: expect.stringContaining("noted") } });
});

test("the log of one workspace says nothing about another's", async () => {
  const other = await testing.addWorkspace();
  expect(await testing.database.transaction(other, (tx) => verifyAudit(tx))).toEqual({
    entries: 0,
    head: null,
    problem: null,
  });
});
