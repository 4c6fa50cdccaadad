import { loadAccountNames } from "@/db/queries/account/load-account-names";
import { listOpenEscalations } from "@/db/queries/account/list-escalations";
import { loadTeam } from "@/db/queries/report/load-team";
import { listTasks as listRows } from "@/db/queries/task/list-tasks";
import { listTasksContract } from "@/lib/contract/task/tasks";
import { taskWord } from "@/lib/metrics/channel-word";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

const ESCALATIONS_MAX = 100;

/** Open work of the team or of the caller, with the accounts it is about, and open escalations. */
export const listTasks = defineVerb(listTasksContract, async ({ ctx, tx }, { whose, status, limit }) => {
  const ownerId = whose === "mine" ? (actorUserId(ctx.actor) ?? undefined) : undefined;
  const tasks = await listRows(tx, { ownerId, status }, limit);
  const escalations = await listOpenEscalations(tx, ESCALATIONS_MAX);
  const accounts = await loadAccountNames(tx, [
    ...tasks.map((task) => task.accountId),
    ...escalations.map((one) => one.accountId),
  ]);
  const team = await loadTeam(tx);
  const nowMs = ctx.now().getTime();
  return {
    nowMs,
    team,
    tasks: tasks.map((task) => ({
      id: task.id,
      subjectId: task.subjectId,
      accountId: task.accountId,
      accountName: accounts.get(task.accountId ?? "")?.name ?? null,
      personId: task.personId,
      title: task.title,
      type: taskWord(task.type),
      cause: task.cause,
      ownerName: team.find((member) => member.id === task.ownerId)?.name ?? null,
      dueAtMs: task.dueAt.getTime(),
      isLate: task.status === "open" && task.dueAt.getTime() < nowMs,
      outcome: task.outcome,
      closedAtMs: task.closedAt?.getTime() ?? null,
    })),
    escalations: escalations.map((one) => ({
      ...one,
      accountName: accounts.get(one.accountId)?.name ?? "An account",
      openedAtMs: one.openedAt.getTime(),
    })),
  };
});
