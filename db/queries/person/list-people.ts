import type { Tx } from "@/db/transaction";

export interface PersonListRow {
  id: string;
  bucket: number;
  name: string | null;
  email: string | null;
  region: string | null;
  accountId: string | null;
  accountName: string | null;
  lastSeenAt: Date | null;
  createdAt: Date;
}

/** People after a place, the newest first. The account's name is the copy kept with the person. */
export async function listPeople(
  tx: Tx,
  filter: { q?: string | undefined },
  limit: number,
  after: { at: Date; id: string } | null,
): Promise<PersonListRow[]> {
  return tx.query<PersonListRow>(
    `select id, bucket, name, email, region, account_id as "accountId", account_traits->>'name' as "accountName", last_seen_at as "lastSeenAt", created_at as "createdAt"
       from person
      where workspace_id = $1 and ($2::text is null or strpos(lower(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(external_id, '')), $2) > 0)
        and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
      order by created_at desc, id desc limit $5`,
    [tx.workspaceId, filter.q?.toLowerCase() ?? null, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function countPeople(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>("select count(*)::int as count from person where workspace_id = $1", [
    tx.workspaceId,
  ]);
  return row?.count ?? 0;
}
