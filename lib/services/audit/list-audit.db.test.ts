import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Role } from "@/lib/contract/contract";
import { checkAudit } from "@/lib/services/audit/check-audit";
import { listAudit } from "@/lib/services/audit/list-audit";
import { savePolicy } from "@/lib/services/guardrail/save-policy";
import { addMember } from "@/lib/services/member/add-member";
import { ctxOf } from "@/lib/services/testing/ctx-of";
import { saveWorkspace } from "@/lib/services/workspace/save-workspace";

const now = new Date("2026-11-16T09:00:00Z");
let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

const as = (workspaceId: string, role: Role = "admin", userId?: string) =>
  ctxOf(testing.database, workspaceId, role, now, userId);

/** Five entries by two actors. */
async function addHistory() {
  const workspaceId = await testing.addWorkspace();
  const { userId } = await addMember(as(workspaceId), {
    name: "Ana Costa",
    email: `${workspaceId}@example.test`,
    role: "admin",
  });
  const ana = as(workspaceId, "admin", userId);
  for (const name of ["One", "Two", "Three"]) await saveWorkspace(ana, { name });
  await savePolicy(ana, { lowRiskMaxPeople: 9 });
  return { workspaceId, userId };
}

test("newest first, in pages, with the names of who and what", async () => {
  const { workspaceId, userId } = await addHistory();
  await addHistory();
  const first = await listAudit(as(workspaceId, "manager"), { limit: 3 });
  expect(first.entries.map((entry) => [entry.number, entry.verb, entry.actorName])).toEqual([
    [5, "policy.saved", "Ana Costa"],
    [4, "workspace.saved", "Ana Costa"],
    [3, "workspace.saved", "Ana Costa"],
  ]);
  expect(first.entries[0]).toMatchObject({
    atMs: now.getTime(),
    actor: `user:${userId}`,
    detail: { after: { lowRiskMaxPeople: 9 } },
  });
  const second = await listAudit(as(workspaceId), { limit: 3, before: first.nextBefore ?? undefined });
  expect(second.entries.map((entry) => [entry.number, entry.verb, entry.subjectName])).toEqual([
    [2, "workspace.saved", null],
    [1, "member.added", "Ana Costa"],
  ]);
  expect(second.nextBefore).toBeNull();
});

test("filters by verb and by actor", async () => {
  const { workspaceId, userId } = await addHistory();
  const all = await listAudit(as(workspaceId), {});
  expect(all.verbs).toEqual(["member.added", "policy.saved", "workspace.saved"]);
  expect(all.actors).toHaveLength(2);
  expect(all.actors).toContainEqual({ actor: `user:${userId}`, name: "Ana Costa" });
  expect((await listAudit(as(workspaceId), { verb: "workspace.saved" })).entries).toHaveLength(3);
  expect((await listAudit(as(workspaceId), { actor: `user:${userId}`, verb: "member.added" })).entries).toEqual([]);
  expect((await listAudit(as(workspaceId), { actor: `user:${userId}` })).entries).toHaveLength(4);
});

test("admins and managers read it, nobody else", async () => {
  const workspaceId = await testing.addWorkspace();
  for (const role of ["marketer", "csm", "viewer"] as const)
    await expect(listAudit(as(workspaceId, role), {})).rejects.toMatchObject({ code: "forbidden" });
  expect((await listAudit(as(workspaceId, "manager"), {})).entries).toEqual([]);
  await expect(listAudit(as(workspaceId), { before: "x" })).rejects.toMatchObject({
    detail: { fields: [{ field: "before" }] },
  });
});

test("the check counts what is whole and names the first entry that was changed", async () => {
  const { workspaceId } = await addHistory();
  expect(await checkAudit(as(workspaceId, "manager"), {})).toEqual({ entries: 5, problem: null });
  await testing.database.pool.query(
    "update audit set actor = 'user:somebody else' where workspace_id = $1 and number = 3",
    [workspaceId],
  );
  expect(await checkAudit(as(workspaceId), {})).toMatchObject({ entries: 2, problem: { number: 3 } });
  await expect(checkAudit(as(workspaceId, "csm"), {})).rejects.toMatchObject({ code: "forbidden" });
});
