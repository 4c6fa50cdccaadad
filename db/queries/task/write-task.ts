import type { Tx } from "@/db/transaction";

export async function closeTask(
  tx: Tx,
  bucket: number,
  row: { id: string; outcome: string; note: string; at: Date; by: string | null },
): Promise<void> {
  await tx.query(
    "update task set status = 'done', outcome = $4, outcome_note = $5, closed_at = $6, closed_by = $7 where bucket = $1 and workspace_id = $2 and id = $3",
    [bucket, tx.workspaceId, row.id, row.outcome, row.note, row.at, row.by],
  );
}

export async function snoozeTask(tx: Tx, bucket: number, id: string, dueAt: Date): Promise<void> {
  await tx.query("update task set due_at = $4 where bucket = $1 and workspace_id = $2 and id = $3", [
    bucket,
    tx.workspaceId,
    id,
    dueAt,
  ]);
}

export async function reassignTask(tx: Tx, bucket: number, id: string, ownerId: string): Promise<void> {
  await tx.query("update task set owner_id = $4 where bucket = $1 and workspace_id = $2 and id = $3", [
    bucket,
    tx.workspaceId,
    id,
    ownerId,
  ]);
}

interface NewTask {
  id: string;
  accountId: string;
  type: string;
  title: string;
  notes: string;
  ownerId: string | null;
  dueAt: Date;
  cause: string;
  createdAt: Date;
}

/** A task made by hand for an account. */
export async function addTask(tx: Tx, bucket: number, row: NewTask): Promise<void> {
  await tx.query(
    `insert into task (bucket, workspace_id, id, key, subject_id, account_id, type, title, notes, owner_id, status, due_at, cause, created_at)
     values ($1, $2, $3, $12, $4, $4, $5, $6, $7, $8, 'open', $9, $10, $11)`,
    [
      bucket,
      tx.workspaceId,
      row.id,
      row.accountId,
      row.type,
      row.title,
      row.notes,
      row.ownerId,
      row.dueAt,
      row.cause,
      row.createdAt,
      `task:${row.id}`,
    ],
  );
}
