import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Role } from "@/lib/contract/contract";
import { defaultPolicy } from "@/lib/policy/policy";
import { readPolicy } from "@/lib/services/guardrail/read-policy";
import { savePolicy } from "@/lib/services/guardrail/save-policy";
import { ctxOf } from "@/lib/services/testing/ctx-of";

const DAY_MS = 86_400_000;
let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

const as = (workspaceId: string, role: Role = "manager") => ctxOf(testing.database, workspaceId, role, new Date(0));
const storedOf = async (workspaceId: string) =>
  (await testing.database.pool.query("select policy from workspace where id = $1", [workspaceId])).rows[0].policy;
const auditOf = (workspaceId: string) =>
  testing.database.transaction(workspaceId, (tx) => tx.query("select verb, detail from audit order by number"));

test("stores only what is not the default, and says what it was before", async () => {
  const [here, there] = [await testing.addWorkspace(), await testing.addWorkspace()];
  const { caps, escalationSpacingMs, selfApproveLowRisk } = defaultPolicy;
  await savePolicy(as(here), {
    caps,
    accountCap: { max: 2, windowMs: 3 * DAY_MS },
    escalationSpacingMs,
    selfApproveLowRisk,
  });
  expect(await storedOf(here)).toEqual({ accountCap: { max: 2, windowMs: 3 * DAY_MS } });
  expect(await storedOf(there)).toEqual({});
  expect(await readPolicy(as(here, "viewer"), {})).toEqual({
    policy: { ...defaultPolicy, accountCap: { max: 2, windowMs: 3 * DAY_MS } },
    changed: ["accountCap"],
  });
  await savePolicy(as(here), { lowRiskMaxPeople: 20 });
  expect(Object.keys(await storedOf(here)).sort()).toEqual(["accountCap", "lowRiskMaxPeople"]);
  await savePolicy(as(here), { accountCap: defaultPolicy.accountCap, lowRiskMaxPeople: 20 });
  expect(await storedOf(here)).toEqual({ lowRiskMaxPeople: 20 });
  await savePolicy(as(here), { lowRiskMaxPeople: 20 });
  expect(await auditOf(here)).toEqual([
    {
      verb: "policy.saved",
      detail: {
        before: { accountCap: defaultPolicy.accountCap },
        after: { accountCap: { max: 2, windowMs: 3 * DAY_MS } },
      },
    },
    { verb: "policy.saved", detail: { before: { lowRiskMaxPeople: 500 }, after: { lowRiskMaxPeople: 20 } } },
    {
      verb: "policy.saved",
      detail: {
        before: { accountCap: { max: 2, windowMs: 3 * DAY_MS } },
        after: { accountCap: defaultPolicy.accountCap },
      },
    },
    { verb: "policy.saved", detail: { before: {}, after: {} } },
  ]);
});

test("two savings at once keep both changes", async () => {
  const workspaceId = await testing.addWorkspace();
  await Promise.all([
    savePolicy(as(workspaceId), { lowRiskMaxPeople: 7 }),
    savePolicy(as(workspaceId), { selfApproveLowRisk: false }),
  ]);
  expect(await storedOf(workspaceId)).toEqual({ lowRiskMaxPeople: 7, selfApproveLowRisk: false });
});

test.each(["marketer", "csm", "viewer"] as const)("a %s changes nothing", async (role) => {
  await expect(savePolicy(as(await testing.addWorkspace(), role), { lowRiskMaxPeople: 1 })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test.each([
  [{ caps: [{ channel: "email", max: -1, windowMs: DAY_MS }] }, "caps.0.max"],
  [{ caps: [{ channel: "email", max: 1, windowMs: 5 }] }, "caps.0.windowMs"],
  [
    {
      caps: [
        { channel: "email", max: 1, windowMs: DAY_MS },
        { channel: "email", max: 2, windowMs: DAY_MS },
      ],
    },
    "caps.1",
  ],
  [{ caps: [{ channel: "pigeon", max: 1, windowMs: DAY_MS }] }, "caps.0.channel"],
  [{ accountCap: { max: 2.5, windowMs: DAY_MS } }, "accountCap.max"],
  [{ quietHours: { fromMinute: 1500, toMinute: 0, channels: [] } }, "quietHours.fromMinute"],
  [{ escalationSpacingMs: 40 * DAY_MS }, "escalationSpacingMs"],
  [{ lowRiskMaxPeople: null }, "lowRiskMaxPeople"],
  [{ selfApproveLowRisk: "yes" }, "selfApproveLowRisk"],
])("%j is refused naming %s", async (input, field) => {
  const workspaceId = await testing.addWorkspace();
  await expect(savePolicy(as(workspaceId), input as Parameters<typeof savePolicy>[1])).rejects.toMatchObject({
    code: "invalid",
    detail: { fields: [{ field }] },
  });
  expect(await storedOf(workspaceId)).toEqual({});
});

test("the consent packs are not changed from here", async () => {
  const input = { consentPacks: [] } as unknown as Parameters<typeof savePolicy>[1];
  await expect(savePolicy(as(await testing.addWorkspace()), input)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("consentPacks"),
  });
});
