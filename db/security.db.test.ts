import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";

/** Tables without row-level security, each with why it may be so. */
const exceptions: Record<string, string> = {
  user: "a person of the team belongs to no single workspace; holds no customer data",
  membership: "asked at sign-in, before a workspace is known",
  write_key: "asked before a workspace is known; holds a hash only",
  worker_heartbeat: "about processes",
  bucket_due: "work list over all workspaces; no customer data",
  bucket_lock: "locks over all workspaces; no customer data",
};

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

test("every table enforces row-level security or is a named exception", async () => {
  const { rows } = await testing.database.pool.query<{ name: string; guarded: boolean; policies: number }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  expect(rows.length).toBeGreaterThan(30);
  const open = rows.filter((row) => !row.guarded || row.policies === 0).map((row) => row.name);
  expect(open.sort()).toEqual(Object.keys(exceptions).sort());
});

test("a workspace sees and writes nothing of another", async () => {
  const [a, b] = [await testing.addWorkspace(), await testing.addWorkspace()];
  const insert = "insert into vocabulary (workspace_id, kind, name) values ($1, 'event', 'signed_up')";
  await testing.database.transaction(a, (tx) => tx.query(insert, [a]));
  const seen = await testing.database.transaction(b, (tx) => tx.query("select * from vocabulary"));
  expect(seen).toEqual([]);
  await expect(testing.database.transaction(b, (tx) => tx.query(insert, [a]))).rejects.toThrow(/row-level security/);
  expect(await testing.database.outside((tx) => tx.query("select * from vocabulary"))).toEqual([]);
});

test("the app's role cannot bypass policies and owns nothing", async () => {
  const { rows } = await testing.database.pool.query(
    `select rolsuper or rolbypassrls as mighty,
            (select count(*)::int from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = 'waymark_app'`,
  );
  expect(rows).toEqual([{ mighty: false, owned: 0 }]);
});

test("history cannot be rewritten", async () => {
  const workspaceId = await testing.addWorkspace();
  for (const table of ["audit", "decision", "move"]) {
    await expect(testing.database.transaction(workspaceId, (tx) => tx.query(`delete from ${table}`))).rejects.toThrow(
      /permission denied/,
    );
  }
});

test("a backend that dies inside a transaction leaves nothing and the pool goes on", async () => {
  const workspaceId = await testing.addWorkspace();
  const dying = testing.database.transaction(workspaceId, async (tx) => {
    await tx.query("insert into vocabulary (workspace_id, kind, name) values ($1, 'event', $2)", [
      workspaceId,
      randomUUID(),
    ]);
    const [row] = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
    await testing.database.pool.query("select pg_terminate_backend($1)", [row?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tx.query("insert into vocabulary (workspace_id, kind, name) values ($1, 'event', $2)", [
      workspaceId,
      randomUUID(),
    ]);
  });
  await expect(dying).rejects.toThrow();
  expect(await testing.database.transaction(workspaceId, (tx) => tx.query("select * from vocabulary"))).toEqual([]);
});
