import type { Tx } from "@/db/transaction";
import type { InboxItem } from "@/lib/contract/inbox-item";

export interface WaitingItem {
  id: string;
  subjectId: string;
  dueAtMs: number;
  item: InboxItem;
}

/** The bucket's oldest waiting items, in the order they apply. */
export async function readInbox(tx: Tx, bucket: number, now: Date, limit: number): Promise<WaitingItem[]> {
  const rows = await tx.query<{ id: string; subject_id: string; due_at: Date; payload: InboxItem }>(
    `select id::text, subject_id, due_at, payload from inbox
      where bucket = $1 and workspace_id = $2 and due_at <= $3
      order by due_at, id limit $4`,
    [bucket, tx.workspaceId, now, limit],
    "read-inbox",
  );
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    dueAtMs: row.due_at.getTime(),
    item: row.payload,
  }));
}

/** Subjects with an enrollment, a held message or a waiting reservation that has fallen due. */
export async function readDueSubjects(tx: Tx, bucket: number, now: Date, limit: number): Promise<string[]> {
  const values = [bucket, tx.workspaceId, now, limit];
  const enrollments = await tx.query<{ subject_id: string }>(
    `select subject_id from enrollment
      where bucket = $1 and workspace_id = $2 and status = 'active' and due_at <= $3 order by due_at limit $4`,
    values,
    "read-due-enrollments",
  );
  const messages = await tx.query<{ subject_id: string }>(
    `select person_id as subject_id from message
      where bucket = $1 and workspace_id = $2 and status in ('asking', 'held') and due_at <= $3 order by due_at limit $4`,
    values,
    "read-due-messages",
  );
  const reservations = await tx.query<{ subject_id: string }>(
    `select account_id as subject_id from reservation
      where bucket = $1 and workspace_id = $2 and status = 'waiting' and due_at <= $3 order by due_at limit $4`,
    values,
    "read-due-reservations",
  );
  return [...new Set([...enrollments, ...messages, ...reservations].map((row) => row.subject_id))];
}

/** When this bucket next has something to decide after what this tick has done; null when nothing waits. */
export async function findNextDue(tx: Tx, bucket: number): Promise<Date | null> {
  const [row] = await tx.query<{ due_at: Date | null }>(
    `select least(
       (select min(due_at) from inbox where bucket = $1 and workspace_id = $2),
       (select min(due_at) from enrollment where bucket = $1 and workspace_id = $2 and status = 'active'),
       (select min(due_at) from message where bucket = $1 and workspace_id = $2 and status in ('asking', 'held')),
       (select min(due_at) from reservation where bucket = $1 and workspace_id = $2 and status = 'waiting')) as due_at`,
    [bucket, tx.workspaceId],
    "find-next-due",
  );
  return row?.due_at ?? null;
}

export async function removeInbox(tx: Tx, bucket: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    "delete from inbox where bucket = $1 and workspace_id = $2 and id = any($3::bigint[])",
    [bucket, tx.workspaceId, ids],
    "remove-inbox",
  );
}
