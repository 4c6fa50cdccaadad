import type { Tx } from "@/db/transaction";

/** False when somebody with this address has an account already. */
export async function addUserOnce(
  tx: Tx,
  user: { id: string; email: string; name: string; passwordHash: string; at: Date },
): Promise<boolean> {
  const rows = await tx.query(
    'insert into "user" (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5) on conflict (email) do nothing returning id',
    [user.id, user.email, user.name, user.passwordHash, user.at],
  );
  return rows.length > 0;
}
