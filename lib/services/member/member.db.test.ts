import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { signInWithPassword } from "@/lib/auth/sign-in-with-password";
import type { Role } from "@/lib/contract/contract";
import { addMember } from "@/lib/services/member/add-member";
import { changeMemberRole } from "@/lib/services/member/change-member-role";
import { listMembers } from "@/lib/services/member/list-members";
import { removeMember } from "@/lib/services/member/remove-member";
import { ctxOf } from "@/lib/services/testing/ctx-of";
import { changePassword } from "@/lib/services/user/change-password";

const now = new Date("2026-11-16T09:00:00Z");
let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

const address = () => `${randomUUID().slice(0, 8)}@example.test`;
const as = (workspaceId: string, role: Role = "admin", userId?: string) =>
  ctxOf(testing.database, workspaceId, role, now, userId);
const signIn = (email: string, password: string) =>
  signInWithPassword(testing.database, { email, password, address: "here", nowMs: now.getTime() });
const auditOf = (workspaceId: string) =>
  testing.database.transaction(workspaceId, (tx) =>
    tx.query("select verb, subject, detail from audit order by number"),
  );

/** A workspace with one admin. */
async function addTeam() {
  const workspaceId = await testing.addWorkspace();
  const { userId } = await addMember(as(workspaceId), { name: "Ana", email: address(), role: "admin" });
  return { workspaceId, adminId: userId };
}

test("a new member signs in with the password shown once, which is kept nowhere in clear", async () => {
  const { workspaceId, adminId } = await addTeam();
  const email = address();
  const { userId, password } = await addMember(as(workspaceId), {
    name: "Ben Oduya",
    email: email.toUpperCase(),
    role: "csm",
  });
  expect(await signIn(email, password ?? "")).toMatchObject({ id: userId, name: "Ben Oduya" });
  expect(await listMembers(as(workspaceId, "viewer"), {})).toEqual([
    {
      userId: adminId,
      name: "Ana",
      email: expect.any(String),
      role: "admin",
      sinceMs: now.getTime(),
      accountsOwned: 0,
      tasksOpen: 0,
    },
    { userId, name: "Ben Oduya", email, role: "csm", sinceMs: now.getTime(), accountsOwned: 0, tasksOpen: 0 },
  ]);
  expect((await auditOf(workspaceId)).at(-1)).toEqual({
    verb: "member.added",
    subject: `user:${userId}`,
    detail: { name: "Ben Oduya", email, role: "csm" },
  });
  expect(JSON.stringify(await auditOf(workspaceId))).not.toContain(password);
});

test("somebody of another workspace gets the membership only: name and password stay theirs", async () => {
  const [here, there] = [await addTeam(), await addTeam()];
  const email = address();
  const first = await addMember(as(there.workspaceId), { name: "Cem", email, role: "viewer" });
  const again = await addMember(as(here.workspaceId), { name: "Somebody else", email, role: "marketer" });
  expect(again).toEqual({ userId: first.userId, name: "Cem", password: null });
  expect(await signIn(email, first.password ?? "")).toMatchObject({ name: "Cem" });
  await expect(addMember(as(here.workspaceId), { name: "Cem", email, role: "csm" })).rejects.toMatchObject({
    code: "invalid",
    detail: { fields: [{ field: "email" }] },
  });
  expect((await listMembers(as(here.workspaceId), {})).find((one) => one.userId === first.userId)?.role).toBe(
    "marketer",
  );
});

test("the last admin is neither removed nor demoted, until there is another", async () => {
  const { workspaceId, adminId } = await addTeam();
  const admin = as(workspaceId, "admin", adminId);
  await expect(removeMember(admin, { userId: adminId })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("Ana is the last admin"),
  });
  await expect(changeMemberRole(admin, { userId: adminId, role: "viewer" })).rejects.toMatchObject({
    detail: { fields: [{ field: "role" }] },
  });
  const second = await addMember(admin, { name: "Dua", email: address(), role: "manager" });
  await expect(removeMember(admin, { userId: adminId })).rejects.toThrow(/last admin/);
  await changeMemberRole(admin, { userId: second.userId, role: "admin" });
  await expect(changeMemberRole(admin, { userId: second.userId, role: "admin" })).rejects.toThrow(
    /has this role already/,
  );
  await removeMember(admin, { userId: adminId });
  expect((await listMembers(admin, {})).map((one) => [one.name, one.role])).toEqual([["Dua", "admin"]]);
  expect((await auditOf(workspaceId)).map((entry) => entry.verb)).toEqual([
    "member.added",
    "member.added",
    "member.role_changed",
    "member.removed",
  ]);
});

test("of two admins who remove each other at once, one stays", async () => {
  const { workspaceId, adminId } = await addTeam();
  const { userId } = await addMember(as(workspaceId), { name: "Eve", email: address(), role: "admin" });
  const results = await Promise.allSettled([
    removeMember(as(workspaceId), { userId: adminId }),
    removeMember(as(workspaceId), { userId }),
  ]);
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(await listMembers(as(workspaceId), {})).toHaveLength(1);
});

test("only an admin changes members, and only those of the workspace", async () => {
  const [here, there] = [await addTeam(), await addTeam()];
  for (const role of ["manager", "marketer", "csm", "viewer"] as const) {
    await expect(
      addMember(as(here.workspaceId, role), { name: "X", email: address(), role: "viewer" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      changeMemberRole(as(here.workspaceId, role), { userId: here.adminId, role: "csm" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(as(here.workspaceId, role), { userId: here.adminId })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(removeMember(as(here.workspaceId), { userId: there.adminId })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(changeMemberRole(as(here.workspaceId), { userId: there.adminId, role: "viewer" })).rejects.toMatchObject(
    { code: "not_found" },
  );
  expect(await listMembers(as(there.workspaceId), {})).toHaveLength(1);
});

test.each([
  [{ name: " ", email: "a@example.test", role: "csm" }, "name"],
  [{ name: "A", email: "nobody", role: "csm" }, "email"],
  [{ name: "A", email: "a@example.test", role: "owner" }, "role"],
])("adding %j is refused naming %s", async (input, field) => {
  const { workspaceId } = await addTeam();
  await expect(addMember(as(workspaceId), input as Parameters<typeof addMember>[1])).rejects.toMatchObject({
    code: "invalid",
    detail: { fields: [{ field }] },
  });
});

test("a password is changed by whoever knows it, and ends every session", async () => {
  const { workspaceId } = await addTeam();
  const email = address();
  const { userId, password } = await addMember(as(workspaceId), { name: "Fay", email, role: "viewer" });
  const fay = as(workspaceId, "viewer", userId);
  const before = await signIn(email, password ?? "");
  await expect(changePassword(fay, { before: "not this one", password: "a better one" })).rejects.toMatchObject({
    detail: { fields: [{ field: "before" }] },
  });
  await expect(changePassword(fay, { before: password ?? "", password: "short" })).rejects.toMatchObject({
    detail: { fields: [{ field: "password" }] },
  });
  expect(await signIn(email, password ?? "")).toMatchObject({ sessionVersion: before?.sessionVersion });
  await changePassword(fay, { before: password ?? "", password: "a better one" });
  expect(await signIn(email, password ?? "")).toBeNull();
  expect(await signIn(email, "a better one")).toMatchObject({
    id: userId,
    sessionVersion: (before?.sessionVersion ?? 0) + 1,
  });
  const entry = (await auditOf(workspaceId)).at(-1);
  expect(entry).toEqual({ verb: "user.password_changed", subject: `user:${userId}`, detail: {} });
  await expect(changePassword(as(workspaceId), { before: "x", password: "nobody has this" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
