import { randomUUID } from "node:crypto";
import { cache } from "react";
import { findPlace } from "@/db/queries/workspace/find-place";
import { currentUser } from "@/lib/auth/current-user";
import { roles } from "@/lib/contract/contract";
import { AppError } from "@/lib/errors/app-error";
import { database } from "@/lib/http/database";
import type { Ctx } from "@/lib/services/ctx";

/** Who asks, in the workspace of the address. Throws `signed_out`, or `not_found` for a workspace that is not theirs. */
export const openCtx = cache(async (slug: string): Promise<Ctx> => {
  const user = await currentUser();
  if (!user) throw new AppError("signed_out", "You are signed out. Sign in again to go on.");
  const place = await database().outside((tx) => findPlace(tx, { slug, userId: user.id }));
  const role = roles.find((one) => one === place?.role);
  if (!place || !role) throw new AppError("not_found", "There is no such workspace, or you are not a member of it.");
  return {
    workspaceId: place.workspaceId,
    actor: { kind: "user", userId: user.id, name: user.name, email: user.email, role },
    database: database(),
    now: () => new Date(),
    newId: randomUUID,
  };
});
