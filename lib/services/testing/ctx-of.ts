import { randomUUID } from "node:crypto";
import type { Database } from "@/db/database";
import type { Role } from "@/lib/contract/contract";
import type { Ctx } from "@/lib/services/ctx";

/** Somebody of the team with a role, at a fixed time. */
export function ctxOf(
  database: Database,
  workspaceId: string,
  role: Role,
  now: Date,
  userId: string = randomUUID(),
): Ctx {
  return {
    workspaceId,
    actor: { kind: "user", userId, name: "Ana Costa", email: "ana@example.test", role },
    database,
    now: () => now,
    newId: randomUUID,
  };
}
