import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { bucketOf } from "@/lib/hash/bucket-of";
import { lifecycleDocument } from "@/lib/journey/lifecycle";
import { readFlow } from "@/lib/services/flow/read-flow";
import { readJourneyBoard } from "@/lib/services/insight/read-journey-board";
import { ctxOf } from "@/lib/services/testing/ctx-of";

const now = new Date("2026-11-16T09:00:00Z");
const [journeyId, first, second] = [randomUUID(), randomUUID(), randomUUID()];
let testing: TestDatabase;
let workspaceId: string;

beforeAll(async () => {
  testing = await openTestDatabase();
  workspaceId = await testing.addWorkspace();
  await testing.database.transaction(workspaceId, async (tx) => {
    const document = JSON.stringify(lifecycleDocument());
    await tx.query(
      "insert into journey (workspace_id, id, name, status, draft, live_version_id) values ($1, $2, 'Lifecycle', 'live', $3, $4)",
      [workspaceId, journeyId, document, second],
    );
    for (const [number, id] of [first, second].entries()) {
      await tx.query(
        "insert into journey_version (workspace_id, id, journey_id, number, document, frozen_at, published_at) values ($1, $2, $3, $4, $5, $6, $6)",
        [workspaceId, id, journeyId, number + 1, document, now],
      );
    }
    const walk = async (versionId: string, steps: string[], status: string) => {
      const [id, subjectId] = [randomUUID(), randomUUID()];
      const bucket = bucketOf(subjectId);
      await tx.query(
        `insert into enrollment (bucket, workspace_id, id, journey_id, version_id, subject_id, status, state_id, step_id, entered_at, state_entered_at, step_entered_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'onboarding', $8, $9, $9, $9)`,
        [bucket, workspaceId, id, journeyId, versionId, subjectId, status, steps.at(-1), now],
      );
      for (const [place, step] of steps.entries()) {
        await tx.query(
          `insert into move (bucket, workspace_id, enrollment_id, journey_id, version_id, subject_id, from_step_id, port, to_step_id, visit, at, dwell_ms)
           values ($1, $2, $3, $4, $5, $6, $7, 'next', $8, 1, $9, 0)`,
          [bucket, workspaceId, id, journeyId, versionId, subjectId, steps[place - 1] ?? null, step, now],
        );
      }
    };
    await walk(first, ["start", "welcome", "kickoff_wait"], "active");
    await walk(second, ["start", "welcome", "kickoff_wait"], "active");
    await walk(second, ["start", "welcome"], "exited");
    await walk(second, ["start", "welcome", "kickoff_wait", "kickoff", "welcome", "left"], "exited");
  });
});
afterAll(() => testing.drop());

const as = (workspace = workspaceId) => ctxOf(testing.database, workspace, "viewer", now);

test("moves of all versions add up to one flow that says where people are", async () => {
  const { flow } = await readFlow(as(), { journeyId });
  expect(flow.starters).toBe(4);
  const at = (column: number, name: string) => flow.columns[column]?.items.find((item) => item.name === name);
  expect(at(1, "Welcome")).toMatchObject({ count: 4, dropped: 1 });
  expect(at(2, "Day 1")).toMatchObject({ count: 3, waiting: 2 });
  expect(at(4, "Welcome, 2nd time")).toMatchObject({ count: 1 });
  expect(at(5, "Left without completing")).toMatchObject({ completed: 1 });
});

test("one version alone, a later beginning, and those who never came there left out", async () => {
  expect((await readFlow(as(), { journeyId, versionId: first })).flow.starters).toBe(1);
  const { flow, from } = await readFlow(as(), { journeyId, from: "kickoff_wait" });
  expect(from?.name).toBe("Day 1");
  expect(flow.columns[0]?.items).toMatchObject([{ name: "Day 1", count: 3, waiting: 2 }]);
});

test("how many are inside stands on the board", async () => {
  expect((await readJourneyBoard(as(), {})).live).toMatchObject([{ name: "Lifecycle", inside: 2 }]);
});

test("of another workspace's journey nothing is found", async () => {
  const stranger = as(await testing.addWorkspace());
  await expect(readFlow(stranger, { journeyId })).rejects.toMatchObject({ code: "not_found" });
  expect(await readJourneyBoard(stranger, {})).toEqual({ drafts: [], live: [] });
});
