import { addInbox } from "@/db/queries/inbox/add-inbox";
import { closeTask } from "@/db/queries/task/write-task";
import { completeTaskContract } from "@/lib/contract/task/tasks";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";
import { openTask } from "@/lib/services/task/open-task";

/** Finish a task with its outcome; the journey that asked for it goes on by that outcome (RULES S27). */
export const completeTask = defineVerb(
  completeTaskContract,
  async ({ ctx, tx, audit }, { taskId, subjectId, outcome, note }) => {
    const task = await openTask(tx, { taskId, subjectId });
    const at = ctx.now();
    await closeTask(tx, task.bucket, { id: taskId, outcome, note, at, by: actorUserId(ctx.actor) });
    if (task.enrollmentId && task.stepId) {
      const item = {
        kind: "task_closed",
        taskId,
        enrollmentId: task.enrollmentId,
        stepId: task.stepId,
        visit: task.visit,
        outcome,
      } as const;
      await addInbox(tx, task.bucket, [{ subjectId, dueAt: at, item }]);
    }
    audit(`task:${taskId}`, { title: task.title, outcome });
    return { title: task.title };
  },
);
