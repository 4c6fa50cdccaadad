import type { Tx } from "@/db/transaction";

export interface TaskRow {
  id: string;
  bucket: number;
  subjectId: string;
  accountId: string | null;
  personId: string | null;
  journeyId: string | null;
  versionId: string | null;
  enrollmentId: string | null;
  stepId: string | null;
  visit: number;
  type: string;
  title: string;
  notes: string;
  ownerId: string | null;
  status: string;
  dueAt: Date;
  cause: string;
  outcome: string | null;
  closedAt: Date | null;
  createdAt: Date;
}

const columns = `id, bucket, subject_id as "subjectId", account_id as "accountId", person_id as "personId", journey_id as "journeyId", version_id as "versionId",
  enrollment_id as "enrollmentId", step_id as "stepId", visit, type, title, notes, owner_id as "ownerId", status, due_at as "dueAt", cause, outcome,
  closed_at as "closedAt", created_at as "createdAt"`;

/** Tasks of a workspace or owner, the most urgent first. A page read over all buckets. */
export async function listTasks(
  tx: Tx,
  filter: { ownerId?: string | undefined; status: string },
  limit: number,
): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `select ${columns} from task where workspace_id = $1 and status = $2 and ($3::uuid is null or owner_id = $3) order by due_at, id limit $4`,
    [tx.workspaceId, filter.status, filter.ownerId ?? null, limit],
  );
}

/** Tasks about an account: its own, and those about its people, which live in their buckets. */
export async function listAccountTasks(
  tx: Tx,
  subjects: readonly { id: string; bucket: number }[],
  since: Date,
): Promise<TaskRow[]> {
  if (subjects.length === 0) return [];
  return tx.query<TaskRow>(
    `select ${columns} from task
      where bucket = any($1::int[]) and workspace_id = $2 and subject_id = any($3::uuid[]) and (status = 'open' or closed_at >= $4) order by due_at limit 500`,
    [
      [...new Set(subjects.map((subject) => subject.bucket))],
      tx.workspaceId,
      subjects.map((subject) => subject.id),
      since,
    ],
  );
}

/** The next open task of each account. */
export async function nextTasks(
  tx: Tx,
  accounts: readonly { id: string; bucket: number }[],
): Promise<Map<string, TaskRow>> {
  if (accounts.length === 0) return new Map();
  const rows = await tx.query<TaskRow>(
    `select distinct on (bucket, subject_id) ${columns} from task
      where bucket = any($1::int[]) and workspace_id = $2 and subject_id = any($3::uuid[]) and status = 'open' order by bucket, subject_id, due_at`,
    [[...new Set(accounts.map((account) => account.bucket))], tx.workspaceId, accounts.map((account) => account.id)],
  );
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** Lock and read an open task by its id; the subject says in which bucket it is. */
export async function lockOpenTask(tx: Tx, bucket: number, id: string): Promise<TaskRow | null> {
  const [row] = await tx.query<TaskRow>(
    `select ${columns} from task where bucket = $1 and workspace_id = $2 and id = $3 and status = 'open' for update`,
    [bucket, tx.workspaceId, id],
  );
  return row ?? null;
}
