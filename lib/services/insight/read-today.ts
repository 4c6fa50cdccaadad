import { loadPortfolio } from "@/db/queries/report/load-portfolio";
import { listTasks, nextTasks } from "@/db/queries/task/list-tasks";
import { readTodayContract } from "@/lib/contract/insight/insights";
import { prepareToday } from "@/lib/metrics/today";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

const DAY_MS = 86_400_000;
const ROWS_MAX = 25;
const RENEWAL_DAYS = 90;

/** What a CSM does today: their accounts in order of what is at stake, their week, renewals ahead. */
export const readToday = defineVerb(readTodayContract, async ({ ctx, tx }) => {
  const nowMs = ctx.now().getTime();
  const userId = actorUserId(ctx.actor);
  const own = userId ? await loadPortfolio(tx, userId) : [];
  const next = await nextTasks(tx, own);
  const rows = prepareToday(
    own.map((account) => {
      const task = next.get(account.id);
      return { ...account, task: task ? { title: task.title, dueAtMs: task.dueAt.getTime() } : null };
    }),
    nowMs,
  );
  const open = userId ? await listTasks(tx, { ownerId: userId, status: "open" }, 500) : [];
  const startMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  return {
    nowMs,
    accounts: own.length,
    rows: rows.slice(0, ROWS_MAX),
    more: Math.max(0, rows.length - ROWS_MAX),
    late: open.filter((task) => task.dueAt.getTime() < nowMs).length,
    week: Array.from({ length: 7 }, (_, day) => {
      const fromMs = startMs + day * DAY_MS;
      return {
        dayMs: fromMs,
        tasks: open.filter((task) => task.dueAt.getTime() >= fromMs && task.dueAt.getTime() < fromMs + DAY_MS).length,
      };
    }),
    renewals: own
      .flatMap((account) => {
        const inDays = account.contractEnd ? Math.ceil((account.contractEnd.getTime() - nowMs) / DAY_MS) : null;
        return inDays !== null && inDays >= 0 && inDays <= RENEWAL_DAYS
          ? [{ id: account.id, name: account.name, inDays, arr: account.arr, health: account.health }]
          : [];
      })
      .sort((a, b) => a.inDays - b.inDays),
  };
});
