import { randomBytes } from "node:crypto";
import { addMembership } from "@/db/queries/member/write-member";
import { addUserOnce } from "@/db/queries/user/add-user-once";
import { findUserByEmail } from "@/db/queries/user/find-user";
import { addMemberContract } from "@/lib/contract/member/member-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";
import { hashPassword } from "@/lib/services/user/hash-password";

const PASSWORD_BYTES = 12;

/** Make somebody a member. `password` is their first one, or null when they have an account here and keep their own. */
export const addMember = defineVerb(addMemberContract, async ({ ctx, tx, audit }, { name, email, role }) => {
  const now = ctx.now();
  let password: string | null = null;
  let user = await findUserByEmail(tx, email);
  if (!user) {
    const first = randomBytes(PASSWORD_BYTES).toString("base64url");
    if (await addUserOnce(tx, { id: ctx.newId(), email, name, passwordHash: await hashPassword(first), at: now }))
      password = first;
    user = await findUserByEmail(tx, email);
  }
  if (!user) throw new Error("A user just added is not there.");
  if (!(await addMembership(tx, user.id, role, now))) {
    const message = `${email} is a member already. Change the role in the list instead.`;
    throw new AppError("invalid", `email: ${message}`, { fields: [{ field: "email", message }] });
  }
  audit(`user:${user.id}`, { name: user.name, email, role });
  return { userId: user.id, name: user.name, password };
});
