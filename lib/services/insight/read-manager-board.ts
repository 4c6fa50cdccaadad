import { countTouchpoints } from "@/db/queries/report/count-touchpoints";
import { loadPortfolio } from "@/db/queries/report/load-portfolio";
import { loadTeam } from "@/db/queries/report/load-team";
import { loadStays } from "@/db/queries/score/load-stays";
import { listTasks } from "@/db/queries/task/list-tasks";
import { readManagerBoardContract } from "@/lib/contract/insight/insights";
import { isStuck, prepareFiveMetrics } from "@/lib/metrics/five-metrics";
import { prepareHealthBreakdown, prepareStageBoard } from "@/lib/metrics/portfolio";
import { defineVerb } from "@/lib/services/define-verb";

const DAY_MS = 86_400_000;
const TASKS_MAX = 5000;
const LISTED_MAX = 8;

/** The five metrics with their targets, health by band, the stage board, who is stuck, and the team's load. */
export const readManagerBoard = defineVerb(readManagerBoardContract, async ({ ctx, tx }) => {
  const now = ctx.now();
  const nowMs = now.getTime();
  const rows = await loadPortfolio(tx);
  const accounts = rows.map((row) => ({
    ...row,
    contractStartMs: row.contractStart?.getTime() ?? null,
    stageEnteredAtMs: row.stageEnteredAt?.getTime() ?? null,
    overlays: Object.keys(row.overlays),
  }));
  const stays = await loadStays(tx, now);
  const touchpoints = await countTouchpoints(tx, new Date(nowMs - 90 * DAY_MS));
  const tasks = await listTasks(tx, { status: "open" }, TASKS_MAX);
  const team = await loadTeam(tx);
  return {
    nowMs,
    accounts: accounts.length,
    arr: accounts.reduce((sum, account) => sum + (account.arr ?? 0), 0),
    metrics: prepareFiveMetrics({ nowMs, accounts, stays, touchpoints }),
    health: prepareHealthBreakdown(accounts),
    board: prepareStageBoard(accounts, nowMs),
    stuck: accounts
      .filter((account) => isStuck(account, nowMs))
      .sort((a, b) => (b.arr ?? 0) - (a.arr ?? 0))
      .slice(0, LISTED_MAX)
      .map((account) => ({
        id: account.id,
        name: account.name,
        stage: account.stage,
        arr: account.arr,
        days: Math.floor((nowMs - (account.stageEnteredAtMs ?? nowMs)) / DAY_MS),
        risk: account.risks[0]?.text ?? null,
      })),
    team: team
      .map((member) => {
        const own = accounts.filter((account) => account.ownerId === member.id);
        const open = tasks.filter((task) => task.ownerId === member.id);
        return {
          id: member.id,
          name: member.name,
          accounts: own.length,
          arr: own.reduce((sum, account) => sum + (account.arr ?? 0), 0),
          open: open.length,
          late: open.filter((task) => task.dueAt.getTime() < nowMs).length,
        };
      })
      .filter((member) => member.accounts > 0 || member.open > 0),
  };
});
