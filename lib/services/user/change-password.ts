import { verify } from "@node-rs/argon2";
import { findUserById } from "@/db/queries/user/find-user";
import { storePassword } from "@/db/queries/user/store-password";
import { loadWorkspace } from "@/db/queries/workspace/load-workspace";
import { changePasswordContract } from "@/lib/contract/user/change-password";
import { AppError } from "@/lib/errors/app-error";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";
import { hashPassword } from "@/lib/services/user/hash-password";

/** Change one's own password; every session of it ends, this one too. */
export const changePassword = defineVerb(changePasswordContract, async ({ ctx, tx, audit }, { before, password }) => {
  const userId = actorUserId(ctx.actor);
  const user = userId === null ? null : await findUserById(tx, userId);
  if (!user) throw new AppError("forbidden", "Only a person who signs in has a password to change.");
  if (user.email.endsWith("@demo.test") && (await loadWorkspace(tx))?.isDemo)
    throw new AppError(
      "forbidden",
      "The demo's accounts share one password that everybody knows, so it stays. Add yourself as a member to have your own.",
    );
  if (!(await verify(user.passwordHash, before))) {
    const message = "This is not the password you use now. Type it again.";
    throw new AppError("invalid", `before: ${message}`, { fields: [{ field: "before", message }] });
  }
  await storePassword(tx, user.id, await hashPassword(password));
  audit(`user:${user.id}`);
  return { email: user.email };
});
