import type { Tx } from "@/db/transaction";

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: string;
  createdAt: Date;
}

const columns = `m.user_id as "userId", u.name, u.email, m.role, m.created_at as "createdAt"`;

export async function listMembers(tx: Tx): Promise<MemberRow[]> {
  return tx.query<MemberRow & Record<string, unknown>>(
    `select ${columns} from membership m join "user" u on u.id = m.user_id where m.workspace_id = $1 order by u.name, u.id`,
    [tx.workspaceId],
  );
}

/** All members, held until the transaction ends: who is the last admin must not change meanwhile. */
export async function lockMembers(tx: Tx): Promise<MemberRow[]> {
  return tx.query<MemberRow & Record<string, unknown>>(
    `select ${columns} from membership m join "user" u on u.id = m.user_id where m.workspace_id = $1 order by m.user_id for update of m`,
    [tx.workspaceId],
  );
}

/** What each member looks after. A page read over all buckets. */
export async function countOwned(tx: Tx): Promise<Map<string, { accounts: number; tasks: number }>> {
  const accounts = await tx.query<{ owner_id: string; n: number }>(
    "select owner_id, count(*)::int as n from account where workspace_id = $1 and owner_id is not null group by owner_id",
    [tx.workspaceId],
  );
  const tasks = await tx.query<{ owner_id: string; n: number }>(
    "select owner_id, count(*)::int as n from task where workspace_id = $1 and status = 'open' and owner_id is not null group by owner_id",
    [tx.workspaceId],
  );
  const owned = new Map<string, { accounts: number; tasks: number }>();
  for (const row of accounts) owned.set(row.owner_id, { accounts: row.n, tasks: 0 });
  for (const row of tasks) owned.set(row.owner_id, { accounts: owned.get(row.owner_id)?.accounts ?? 0, tasks: row.n });
  return owned;
}
