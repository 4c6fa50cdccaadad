import { type AccountSort, countAccounts, listAccounts as listRows } from "@/db/queries/account/list-accounts";
import { loadTeam } from "@/db/queries/report/load-team";
import { nextTasks } from "@/db/queries/task/list-tasks";
import { listAccountsContract } from "@/lib/contract/account/list-accounts";
import { AppError } from "@/lib/errors/app-error";
import { HEALTHY_FROM, healthBand, RISK_BELOW } from "@/lib/health/health";
import { overlays } from "@/lib/journey/stages";
import { defineVerb } from "@/lib/services/define-verb";

const DAY_MS = 86_400_000;
const bands = {
  healthy: { from: HEALTHY_FROM, to: null, unknown: false },
  watch: { from: RISK_BELOW, to: HEALTHY_FROM, unknown: false },
  risk: { from: null, to: RISK_BELOW, unknown: false },
  unknown: { from: null, to: null, unknown: true },
} as const;

/** A page of accounts with what matters in a row, and how many there are in all. */
export const listAccounts = defineVerb(
  listAccountsContract,
  async ({ ctx, tx }, { stage, health, ownerId, q, sort, after, limit }) => {
    const isOverlay = overlays.some((overlay) => overlay.id === stage);
    const filter = {
      stage: isOverlay ? undefined : stage,
      overlay: isOverlay ? stage : undefined,
      health: health && bands[health],
      ownerId,
      q: q || undefined,
    };
    const rows = await listRows(tx, filter, sort, limit + 1, after ? readPlace(after) : null);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const team = await loadTeam(tx);
    const names = new Map(team.map((member) => [member.id, member.name]));
    const next = await nextTasks(tx, page);
    const nowMs = ctx.now().getTime();
    return {
      total: await countAccounts(tx, filter),
      team,
      next: rows.length > limit && last ? writePlace(sort, last) : null,
      accounts: page.map((row) => {
        const task = next.get(row.id);
        return {
          id: row.id,
          name: row.name,
          plan: row.plan,
          arr: row.arr,
          stage: row.stage,
          daysInStage: row.stageEnteredAt
            ? Math.max(0, Math.floor((nowMs - row.stageEnteredAt.getTime()) / DAY_MS))
            : null,
          overlays: Object.keys(row.overlays),
          health: row.health,
          healthCoverage: row.healthCoverage,
          band: healthBand(row.health),
          journeyHealth: row.journeyHealth,
          renewsInDays: row.contractEnd ? Math.ceil((row.contractEnd.getTime() - nowMs) / DAY_MS) : null,
          ownerName: row.ownerId ? (names.get(row.ownerId) ?? null) : null,
          nextAction: task
            ? { title: task.title, dueAtMs: task.dueAt.getTime(), isLate: task.dueAt.getTime() < nowMs }
            : null,
        };
      }),
    };
  },
);

function writePlace(sort: AccountSort, row: { place: string | number; id: string }): string {
  return Buffer.from(JSON.stringify([sort, row.place, row.id])).toString("base64url");
}

function readPlace(after: string): { place: string | number; id: string } {
  try {
    const [, place, id] = JSON.parse(Buffer.from(after, "base64url").toString()) as unknown[];
    if (
      (typeof place === "string" || typeof place === "number") &&
      typeof id === "string" &&
      /^[0-9a-f-]{36}$/.test(id)
    )
      return { place, id };
  } catch {
    // answered below
  }
  throw new AppError("invalid", "after: this place in the list is not readable. Start from the first page.", {
    fields: [{ field: "after", message: "Start from the first page." }],
  });
}
