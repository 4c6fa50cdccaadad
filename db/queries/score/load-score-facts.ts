import type { Tx } from "@/db/transaction";
import type { ScoreFacts } from "@/lib/metrics/score-account";

const DAY_MS = 86_400_000;
/** Days kept one by one; older ones are summed per name. */
const RECENT_DAYS = 98;
const TOUCHPOINT_DAYS = 180;

interface AccountRow {
  id: string;
  name: string;
  arr: number | null;
  plan: string | null;
  zone: string | null;
  traits: Record<string, unknown>;
  contractStart: Date | null;
  contractEnd: Date | null;
  ownerName: string | null;
  stage: string | null;
  stageEnteredAt: Date | null;
  overlays: Record<string, string>;
}

interface TouchRow {
  accountId: string;
  at: Date;
  responded: boolean;
}

/** Everything the accounts of one bucket (or only `ids`) are scored from, as of `now`. */
export async function loadScoreFacts(
  tx: Tx,
  bucket: number,
  now: Date,
  ids: readonly string[] | null = null,
): Promise<ScoreFacts[]> {
  const accounts = await tx.query<AccountRow>(
    `select id, name, arr, plan, zone, traits, contract_start as "contractStart", contract_end as "contractEnd", null::text as "ownerName",
            stage, stage_entered_at as "stageEnteredAt", overlays
       from account where bucket = $1 and workspace_id = $2 and ($3::uuid[] is null or id = any($3))`,
    [bucket, tx.workspaceId, ids],
  );
  if (accounts.length === 0) return [];
  const of = accounts.map((account) => account.id);
  const use = await loadUse(tx, bucket, of, now);
  const members = await tx.query<{ accountId: string; personId: string; personBucket: number }>(
    `select account_id as "accountId", person_id as "personId", person_bucket as "personBucket" from account_member
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and joined_at <= $4`,
    [bucket, tx.workspaceId, of, now],
  );
  const escalations = await tx.query<{ accountId: string; title: string; severity: string }>(
    `select account_id as "accountId", title, severity from escalation
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and opened_at <= $4 and (closed_at is null or closed_at > $4)`,
    [bucket, tx.workspaceId, of, now],
  );
  const marks = await tx.query<{
    accountId: string;
    stage: string;
    criterionId: string;
    status: string;
    at: Date;
    by: string;
    reason: string;
  }>(
    `select account_id as "accountId", stage, criterion_id as "criterionId", status, at, by, reason from criterion_met
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and at <= $4`,
    [bucket, tx.workspaceId, of, now],
  );
  const tasks = await tx.query<TouchRow & { isLate: boolean; isTouch: boolean }>(
    `select account_id as "accountId", coalesce(closed_at, due_at) as at, status = 'open' and due_at < $4 as "isLate",
            status = 'done' and type <> 'to_do' as "isTouch", coalesce(outcome in ('reached', 'done'), false) as responded
       from task where bucket = $1 and workspace_id = $2 and subject_id = any($3::uuid[]) and account_id is not null and created_at > $5 and created_at <= $4`,
    [bucket, tx.workspaceId, of, now, new Date(now.getTime() - TOUCHPOINT_DAYS * DAY_MS)],
  );
  const messages = await loadMessageTouches(tx, members, now);
  const segments = await tx.query<{ subjectId: string; segmentId: string }>(
    `select subject_id as "subjectId", segment_id as "segmentId" from segment_member where bucket = $1 and workspace_id = $2 and subject_id = any($3::uuid[])`,
    [bucket, tx.workspaceId, of],
  );
  const touches = groupBy([...messages, ...tasks.filter((task) => task.isTouch)], (row) => row.accountId);
  const [useOf, memberOf, escalationOf, markOf, taskOf, segmentOf] = [
    groupBy(use, (row) => row.accountId),
    groupBy(members, (row) => row.accountId),
    groupBy(escalations, (row) => row.accountId),
    groupBy(marks, (row) => row.accountId),
    groupBy(tasks, (row) => row.accountId),
    groupBy(segments, (row) => row.subjectId),
  ];
  return accounts.map((account) => ({
    account: {
      ...account,
      zone: account.zone ?? "UTC",
      contractStartMs: account.contractStart?.getTime() ?? null,
      contractEndMs: account.contractEnd?.getTime() ?? null,
      stageEnteredAtMs: account.stageEnteredAt?.getTime() ?? null,
      overlays: Object.fromEntries(Object.entries(account.overlays).map(([name, since]) => [name, Date.parse(since)])),
    },
    use: useOf.get(account.id) ?? [],
    members: memberOf.get(account.id)?.length ?? 0,
    escalations: escalationOf.get(account.id) ?? [],
    lateTasks: (taskOf.get(account.id) ?? []).filter((task) => task.isLate).length,
    touchpoints: (touches.get(account.id) ?? []).sort((a, b) => b.at.getTime() - a.at.getTime()),
    marks: (markOf.get(account.id) ?? []).map((mark) => ({ ...mark, atMs: mark.at.getTime() })),
    segments: new Set((segmentOf.get(account.id) ?? []).map((row) => row.segmentId)),
  }));
}

async function loadUse(tx: Tx, bucket: number, ids: readonly string[], now: Date) {
  const day = (ago: number) => new Date(now.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
  const recent = await tx.query<{ accountId: string; day: string; name: string; count: number; persons: string[] }>(
    `select account_id as "accountId", day, name, count, persons from account_day
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and day > $4 and day <= $5`,
    [bucket, tx.workspaceId, ids, day(RECENT_DAYS), day(0)],
  );
  const older = await tx.query<{ accountId: string; day: string; name: string; count: number; persons: string[] }>(
    `select account_id as "accountId", max(day) as day, name, sum(count)::int as count, '{}'::uuid[] as persons from account_day
      where bucket = $1 and workspace_id = $2 and account_id = any($3::uuid[]) and day <= $4
      group by account_id, name, day > $5`,
    [bucket, tx.workspaceId, ids, day(RECENT_DAYS), day(365)],
  );
  return [...older, ...recent];
}

/** Messages that arrived at members, from their buckets: members first, then their messages, never joined (RULES T5). */
async function loadMessageTouches(
  tx: Tx,
  members: readonly { accountId: string; personId: string; personBucket: number }[],
  now: Date,
): Promise<TouchRow[]> {
  if (members.length === 0) return [];
  const accountOf = new Map(members.map((member) => [member.personId, member.accountId]));
  const rows = await tx.query<{ personId: string; at: Date; responded: boolean }>(
    `select person_id as "personId", sent_at as at, coalesce(clicked_at <= $4 or replied_at <= $4, false) as responded from message
      where bucket = any($1::int[]) and workspace_id = $2 and person_id = any($3::uuid[]) and sent_at <= $4 and sent_at > $5 and channel <> 'webhook'`,
    [
      [...new Set(members.map((member) => member.personBucket))],
      tx.workspaceId,
      [...accountOf.keys()],
      now,
      new Date(now.getTime() - TOUCHPOINT_DAYS * DAY_MS),
    ],
  );
  return rows.map((row) => ({ ...row, accountId: accountOf.get(row.personId) ?? "" }));
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
