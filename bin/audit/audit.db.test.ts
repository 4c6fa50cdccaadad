import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAudit } from "@/db/queries/audit/add-audit";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";

let testing: TestDatabase;
const slugs = ["left", "right"];

beforeAll(async () => {
  testing = await openTestDatabase();
  for (const slug of slugs) {
    const workspaceId = await testing.addWorkspace(slug);
    await testing.database.pool.query(
      "insert into membership (workspace_id, user_id, role) values ($1, gen_random_uuid(), 'admin')",
      [workspaceId],
    );
    for (const i of [1, 2, 3]) {
      await testing.database.transaction(workspaceId, (tx) =>
        addAudit(tx, { at: new Date(0), actor: "user:1", verb: "task.created", subject: `task:${i}`, detail: { i } }),
      );
    }
  }
});
afterAll(() => testing.drop());

function waymark(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "bin/waymark.ts", "audit", ...args],
      { env: { ...process.env, DATABASE_URL: testing.url } },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

test("sound logs are said to be, a changed one is named with its entry, and the command fails then", async () => {
  const sound = await waymark("verify");
  expect(sound.code, sound.stderr).toBe(0);
  const lines = sound.stdout.trim().split("\n").sort();
  expect(lines).toEqual(
    slugs.map((slug) =>
      expect.stringMatching(new RegExp(`^${slug}: 3 entries, all in order\\. Last: 3:[0-9a-f]{64}$`)),
    ),
  );
  const seen = /Last: (.*)$/.exec(lines[0] ?? "")?.[1] ?? "";
  expect((await waymark("verify", "left", "--seen", seen)).code).toBe(0);

  await testing.database.pool.query(
    "update audit set subject = 'task:9' where number = 2 and workspace_id = workspace_id_of('right')",
  );
  const changed = await waymark("verify");
  expect(changed.code).toBe(1);
  expect(changed.stdout).toMatch(/^right: entry 2 was changed/m);
  expect(changed.stdout).toMatch(/^left: 3 entries, all in order/m);

  await testing.database.pool.query("delete from audit where number = 3 and workspace_id = workspace_id_of('left')");
  expect(await waymark("verify", "left", "--seen", seen)).toMatchObject({
    code: 1,
    stdout: "left: entry 3 is missing: the end of the log was cut off.\n",
  });
});

test.each([
  [["verify", "nowhere"], "no workspace called nowhere"],
  [["verify", "--seen", "3"], "Usage:"],
  [["check"], "Usage:"],
])("wrong arguments are answered with a sentence: %j", async (args, sentence) => {
  const { code, stdout, stderr } = await waymark(...args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});
