import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findUserById } from "@/db/queries/user/find-user";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Actor, Ctx } from "@/lib/services/ctx";
import { signOutEverywhere } from "./sign-out-everywhere";

let testing: TestDatabase;
let workspaceId: string;
beforeAll(async () => {
  testing = await openTestDatabase();
  workspaceId = await testing.addWorkspace();
});
afterAll(() => testing.drop());

const ctxOf = (actor: Actor): Ctx => ({
  workspaceId,
  actor,
  database: testing.database,
  now: () => new Date(0),
  newId: randomUUID,
});

async function addUser(name: string) {
  const id = randomUUID();
  await testing.database.outside((tx) =>
    tx.query(`insert into "user" (id, email, name, password_hash) values ($1, $2, $3, '')`, [
      id,
      `${name}@example.com`,
      name,
    ]),
  );
  return id;
}

const versionOf = async (userId: string) =>
  (await testing.database.outside((tx) => findUserById(tx, userId)))?.sessionVersion;

test("ends the caller's sessions, nobody else's, and says so in the audit log", async () => {
  const [ana, ben] = [await addUser("ana"), await addUser("ben")];
  await signOutEverywhere(
    ctxOf({ kind: "user", userId: ana, name: "ana", email: "ana@example.com", role: "viewer" }),
    {},
  );
  expect([await versionOf(ana), await versionOf(ben)]).toEqual([2, 1]);
  const audit = await testing.database.transaction(workspaceId, (tx) =>
    tx.query("select actor, verb, subject from audit"),
  );
  expect(audit).toEqual([{ actor: `user:${ana}`, verb: "user.signed_out_everywhere", subject: `user:${ana}` }]);
});

test("a key has no sessions to end", async () => {
  await expect(
    signOutEverywhere(ctxOf({ kind: "key", keyId: "k", name: "k", role: "admin" }), {}),
  ).rejects.toMatchObject({ code: "forbidden" });
});
