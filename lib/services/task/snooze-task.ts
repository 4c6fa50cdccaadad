import { snoozeTask as write } from "@/db/queries/task/write-task";
import { snoozeTaskContract } from "@/lib/contract/task/tasks";
import { defineVerb } from "@/lib/services/define-verb";
import { openTask } from "@/lib/services/task/open-task";

const DAY_MS = 86_400_000;

/** Move a task's due day, counted from today. */
export const snoozeTask = defineVerb(snoozeTaskContract, async ({ ctx, tx, audit }, { taskId, subjectId, days }) => {
  const task = await openTask(tx, { taskId, subjectId });
  const dueAt = new Date(ctx.now().getTime() + days * DAY_MS);
  await write(tx, task.bucket, taskId, dueAt);
  audit(`task:${taskId}`, { title: task.title, days });
  return { title: task.title, dueAtMs: dueAt.getTime() };
});
