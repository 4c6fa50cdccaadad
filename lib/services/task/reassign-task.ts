import { loadTeam } from "@/db/queries/report/load-team";
import { reassignTask as write } from "@/db/queries/task/write-task";
import { reassignTaskContract } from "@/lib/contract/task/tasks";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";
import { openTask } from "@/lib/services/task/open-task";

/** Give a task to somebody else of the team. */
export const reassignTask = defineVerb(reassignTaskContract, async ({ tx, audit }, { taskId, subjectId, ownerId }) => {
  const task = await openTask(tx, { taskId, subjectId });
  const owner = (await loadTeam(tx)).find((member) => member.id === ownerId);
  if (!owner)
    throw new AppError("invalid", "ownerId: nobody of this workspace has this id. Choose somebody of the team.", {
      fields: [{ field: "owner", message: "Choose somebody of the team." }],
    });
  await write(tx, task.bucket, taskId, ownerId);
  audit(`task:${taskId}`, { title: task.title, ownerId });
  return { title: task.title, ownerName: owner.name };
});
