import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import type { Ctx } from "@/lib/services/ctx";
import { readFrame } from "./read-frame";

let testing: TestDatabase;
beforeAll(async () => {
  testing = await openTestDatabase();
});
afterAll(() => testing.drop());

const ctxIn = (workspaceId: string): Ctx => ({
  workspaceId,
  actor: { kind: "user", userId: randomUUID(), name: "Ana", email: "ana@example.com", role: "viewer" },
  database: testing.database,
  now: () => new Date(0),
  newId: randomUUID,
});

const ask = (workspaceId: string, decided: boolean) =>
  testing.database.transaction(workspaceId, (tx) =>
    tx.query(
      `insert into approval (workspace_id, id, journey_id, version_id, status, risk, asked_by, asked_at, decided_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $2, 'low', gen_random_uuid(), now(), $3)`,
      [workspaceId, decided ? "approved" : "waiting", decided ? new Date(0) : null],
    ),
  );

test("counts what waits in this workspace alone", async () => {
  const [here, there] = [await testing.addWorkspace("here"), await testing.addWorkspace("there")];
  await ask(here, false);
  await ask(here, true);
  await ask(there, false);
  await ask(there, false);
  expect(await readFrame(ctxIn(here), {})).toEqual({
    workspace: { slug: "here", name: "here", zone: "UTC", isDemo: false },
    member: { name: "Ana", email: "ana@example.com", role: "viewer" },
    approvalsWaiting: 1,
  });
});
