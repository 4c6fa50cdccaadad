import type { Tx } from "@/db/transaction";
import type { MemberRow } from "@/db/queries/account/list-members";

export interface AccountEventRow {
  id: string;
  at: Date;
  name: string;
  personId: string | null;
  properties: Record<string, unknown>;
}

/** Late senders may report a day after it happened; partitions are by arrival. */
const ARRIVAL_SLACK_MS = 2 * 86_400_000;

interface Wanted {
  since: Date;
  until: Date;
  limit: number;
  /** Only these names; null for all. */
  names: readonly string[] | null;
}

/** Events of an account, newest first: its own, and those of its members from their buckets. */
export async function listAccountEvents(
  tx: Tx,
  account: { id: string; bucket: number },
  members: readonly MemberRow[],
  wanted: Wanted,
): Promise<AccountEventRow[]> {
  const received = new Date(wanted.since.getTime() - ARRIVAL_SLACK_MS);
  const common = [tx.workspaceId, received, wanted.since, wanted.until, wanted.names, wanted.limit];
  const tail = `workspace_id = $1 and received_at >= $2 and happened_at >= $3 and happened_at < $4 and type = 'track'
      and ($5::text[] is null or name = any($5)) order by happened_at desc, id limit $6`;
  const columns = 'id, happened_at as at, name, person_id as "personId", properties';
  const own = await tx.query<AccountEventRow>(
    `select ${columns} from event where bucket = $7 and account_id = $8 and person_id is null and ${tail}`,
    [...common, account.bucket, account.id],
  );
  if (members.length === 0) return own;
  const theirs = await tx.query<AccountEventRow>(
    `select ${columns} from event where bucket = any($7::int[]) and person_id = any($8::uuid[]) and ${tail}`,
    [...common, [...new Set(members.map((member) => member.bucket))], members.map((member) => member.id)],
  );
  return [...own, ...theirs].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, wanted.limit);
}
