import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Role } from "@/lib/contract/contract";
import { ctxOf } from "@/lib/services/testing/ctx-of";
import { readWorkspace } from "@/lib/services/workspace/read-workspace";
import { saveWorkspace } from "@/lib/services/workspace/save-workspace";

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

const as = (workspaceId: string, role: Role = "admin") => ctxOf(testing.database, workspaceId, role, new Date(0));
const auditOf = (workspaceId: string) =>
  testing.database.transaction(workspaceId, (tx) =>
    tx.query("select verb, subject, detail from audit order by number"),
  );

test("changes what is given, leaves the rest, and says what it was before", async () => {
  const [here, there] = [await testing.addWorkspace(), await testing.addWorkspace()];
  const before = await readWorkspace(as(here), {});
  const elsewhere = await readWorkspace(as(there), {});
  await saveWorkspace(as(here), { zone: "Asia/Tokyo", region: "JP", postalAddress: " 1 Chiyoda\nTokyo " });
  expect(await readWorkspace(as(here, "viewer"), {})).toEqual({
    ...before,
    zone: "Asia/Tokyo",
    region: "JP",
    postalAddress: "1 Chiyoda\nTokyo",
  });
  expect(await readWorkspace(as(there), {})).toEqual(elsewhere);
  await saveWorkspace(as(here), { zone: "Asia/Tokyo" }); // nothing new
  await saveWorkspace(as(here), { region: null });
  expect(await auditOf(here)).toEqual([
    {
      verb: "workspace.saved",
      subject: `workspace:${here}`,
      detail: {
        before: { zone: "UTC", region: null, postalAddress: "" },
        after: { zone: "Asia/Tokyo", region: "JP", postalAddress: "1 Chiyoda\nTokyo" },
      },
    },
    { verb: "workspace.saved", subject: `workspace:${here}`, detail: { before: {}, after: {} } },
    {
      verb: "workspace.saved",
      subject: `workspace:${here}`,
      detail: { before: { region: "JP" }, after: { region: null } },
    },
  ]);
});

test.each(["manager", "marketer", "csm", "viewer"] as const)("a %s changes nothing", async (role) => {
  await expect(saveWorkspace(as(await testing.addWorkspace(), role), { name: "Mine" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test.each([
  [{ name: " " }, "name"],
  [{ zone: "Mars/Olympus" }, "zone"],
  [{ region: "XX" }, "region"],
  [{ senderName: "Lumen\r\nBcc: all@example.test" }, "senderName"],
  [{ senderAddress: "hello" }, "senderAddress"],
  [{ postalAddress: "x".repeat(301) }, "postalAddress"],
])("%j is refused naming %s", async (input, field) => {
  const workspaceId = await testing.addWorkspace();
  const before = await readWorkspace(as(workspaceId), {});
  await expect(saveWorkspace(as(workspaceId), input)).rejects.toMatchObject({
    code: "invalid",
    detail: { fields: [{ field }] },
  });
  expect(await readWorkspace(as(workspaceId), {})).toEqual(before);
});
