import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "@/db/database";
import { addAudit } from "@/db/queries/audit/add-audit";
import { addAdmin, hasUsers, lockFirstUser } from "@/db/queries/user/add-user";
import { addSegment } from "@/db/queries/segment/store-segment";
import { addWorkspace } from "@/db/queries/workspace/add-workspace";
import { builtInSegments } from "@/lib/audience/built-in-segments";
import { type SetUpInput, setUpInput } from "@/lib/contract/workspace/set-up";
import { AppError } from "@/lib/errors/app-error";
import { parse } from "@/lib/services/define-verb";

/** Does nobody have an account here yet? */
export async function needsSetUp(database: Database): Promise<boolean> {
  return !(await database.outside(hasUsers));
}

/** Make the first admin and their workspace. Only while nobody has an account here. */
export async function setUp(
  {
    database,
    hashPassword,
    now,
  }: { database: Database; hashPassword: (password: string) => Promise<string>; now: Date },
  raw: SetUpInput,
): Promise<{ slug: string }> {
  const input = parse(setUpInput, raw);
  // Before the costly hash, so that a door open to everybody is cheap to knock at; asked again under the lock.
  if (!(await needsSetUp(database))) throw done();
  const [workspaceId, userId, slug] = [randomUUID(), randomUUID(), slugOf(input.workspace)];
  const passwordHash = await hashPassword(input.password);
  await database.transaction(workspaceId, async (tx) => {
    if (!(await lockFirstUser(tx))) throw done();
    await addWorkspace(tx, {
      slug,
      name: input.workspace,
      signingSecret: randomBytes(32).toString("hex"),
      senderName: input.workspace,
    });
    for (const { builtIn, name, rule } of builtInSegments) {
      await addSegment(tx, { id: randomUUID(), name, subject: "account", rule, builtIn, createdAt: now });
    }
    await addAdmin(tx, { id: userId, email: input.email, name: input.name, passwordHash });
    await addAudit(tx, {
      at: now,
      actor: `user:${userId}`,
      verb: "workspace.set_up",
      subject: `workspace:${workspaceId}`,
      detail: { slug },
    });
  });
  return { slug };
}

function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.slice(0, 40) || "workspace";
}

function done(): AppError {
  return new AppError("conflict", "Waymark is set up already. Sign in instead.");
}
