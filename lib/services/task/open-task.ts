import { lockOpenTask, type TaskRow } from "@/db/queries/task/list-tasks";
import type { Tx } from "@/db/transaction";
import { AppError } from "@/lib/errors/app-error";
import { bucketOf } from "@/lib/hash/bucket-of";

/** The open task, locked; "not found" for one that is closed, gone or of another workspace. */
export async function openTask(tx: Tx, { taskId, subjectId }: { taskId: string; subjectId: string }): Promise<TaskRow> {
  const task = await lockOpenTask(tx, bucketOf(subjectId), taskId);
  if (!task || task.subjectId !== subjectId)
    throw new AppError("not_found", "There is no such open task. Somebody may have finished it already.");
  return task;
}
