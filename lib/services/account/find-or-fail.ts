import { type AccountRecord, findAccount } from "@/db/queries/account/find-account";
import type { Tx } from "@/db/transaction";
import { AppError } from "@/lib/errors/app-error";

/** The account, or "not found" for one that does not exist or belongs to another workspace. */
export async function findOrFail(tx: Tx, accountId: string): Promise<AccountRecord> {
  const account = await findAccount(tx, accountId);
  if (!account) throw new AppError("not_found", "There is no such account in this workspace.");
  return account;
}
