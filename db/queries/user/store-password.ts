import type { Tx } from "@/db/transaction";

/** Every session made under the former password ends with it. */
export async function storePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.query('update "user" set password_hash = $2, session_version = session_version + 1 where id = $1', [
    userId,
    passwordHash,
  ]);
}
