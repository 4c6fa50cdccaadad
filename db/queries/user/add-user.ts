import type { Tx } from "@/db/transaction";

/** True while nobody has an account here yet; held until the transaction ends, so that two set-ups cannot both see it. */
export async function lockFirstUser(tx: Tx): Promise<boolean> {
  await tx.query('lock table "user" in share row exclusive mode');
  const [row] = await tx.query<{ any: boolean }>('select exists (select 1 from "user") as any');
  return row?.any === false;
}

export async function hasUsers(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ any: boolean }>('select exists (select 1 from "user") as any');
  return row?.any === true;
}

export async function addAdmin(
  tx: Tx,
  user: { id: string; email: string; name: string; passwordHash: string },
): Promise<void> {
  await tx.query('insert into "user" (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    user.id,
    user.email.toLowerCase(),
    user.name,
    user.passwordHash,
  ]);
  await tx.query("insert into membership (workspace_id, user_id, role) values ($1, $2, 'admin')", [
    tx.workspaceId,
    user.id,
  ]);
}
