import type { Tx } from "@/db/transaction";

/** Makes every session of the user worthless; each carries the version it was made under. */
export async function raiseSessionVersion(tx: Tx, userId: string): Promise<void> {
  await tx.query(`update "user" set session_version = session_version + 1 where id = $1`, [userId]);
}
