import type { Tx } from "@/db/transaction";

export interface UserRow {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  sessionVersion: number;
}

const columns = `id, email, name, password_hash as "passwordHash", session_version as "sessionVersion"`;

/** Asked outside every workspace. */
export async function findUserById(tx: Tx, userId: string): Promise<UserRow | null> {
  const [row] = await tx.query<UserRow & Record<string, unknown>>(`select ${columns} from "user" where id = $1`, [
    userId,
  ]);
  return row ?? null;
}

/** Addresses are stored in lower case. Asked outside every workspace. */
export async function findUserByEmail(tx: Tx, email: string): Promise<UserRow | null> {
  const [row] = await tx.query<UserRow & Record<string, unknown>>(`select ${columns} from "user" where email = $1`, [
    email,
  ]);
  return row ?? null;
}
