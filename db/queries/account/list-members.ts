import type { Tx } from "@/db/transaction";

export interface MemberRow {
  id: string;
  bucket: number;
  name: string | null;
  email: string | null;
  role: string | null;
  isPrimary: boolean;
  lastSeenAt: Date | null;
}

/** The people of an account: members from its bucket, then the people from theirs (RULES T5). */
export async function listMembers(tx: Tx, bucket: number, accountId: string): Promise<MemberRow[]> {
  const members = await tx.query<{ id: string; bucket: number; role: string | null; isPrimary: boolean }>(
    `select person_id as id, person_bucket as bucket, role, is_primary > 0 as "isPrimary" from account_member
      where bucket = $1 and workspace_id = $2 and account_id = $3`,
    [bucket, tx.workspaceId, accountId],
  );
  if (members.length === 0) return [];
  const people = await tx.query<{ id: string; name: string | null; email: string | null; lastSeenAt: Date | null }>(
    `select id, name, email, last_seen_at as "lastSeenAt" from person where bucket = any($1::int[]) and workspace_id = $2 and id = any($3::uuid[])`,
    [[...new Set(members.map((member) => member.bucket))], tx.workspaceId, members.map((member) => member.id)],
  );
  const known = new Map(people.map((person) => [person.id, person]));
  return members
    .flatMap((member) => {
      const person = known.get(member.id);
      return person ? [{ ...member, ...person }] : [];
    })
    .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || (a.name ?? "").localeCompare(b.name ?? ""));
}
