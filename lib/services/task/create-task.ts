import { loadTeam } from "@/db/queries/report/load-team";
import { addTask } from "@/db/queries/task/write-task";
import { createTaskContract } from "@/lib/contract/task/tasks";
import { AppError } from "@/lib/errors/app-error";
import { findOrFail } from "@/lib/services/account/find-or-fail";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

const DAY_MS = 86_400_000;

/** A task made by hand: for the account's owner, else for whoever makes it, unless somebody is named. */
export const createTask = defineVerb(
  createTaskContract,
  async ({ ctx, tx, audit }, { accountId, title, type, notes, dueInDays, ownerId }) => {
    const account = await findOrFail(tx, accountId);
    if (ownerId && !(await loadTeam(tx)).some((member) => member.id === ownerId)) {
      throw new AppError("invalid", "ownerId: nobody of this workspace has this id. Choose somebody of the team.", {
        fields: [{ field: "owner", message: "Choose somebody of the team." }],
      });
    }
    const id = ctx.newId();
    const at = ctx.now();
    const cause = ctx.actor.kind === "user" ? `Added by ${ctx.actor.name}` : "Added by an integration";
    const owner = ownerId ?? account.ownerId ?? actorUserId(ctx.actor);
    await addTask(tx, account.bucket, {
      id,
      accountId,
      type,
      title,
      notes,
      ownerId: owner,
      dueAt: new Date(at.getTime() + dueInDays * DAY_MS),
      cause,
      createdAt: at,
    });
    audit(`task:${id}`, { accountId, title });
    return { taskId: id };
  },
);
