import { listRecentEvents as loadRecentEvents } from "@/db/queries/source/list-recent-events";
import { listRecentEventsContract, type RecentEvents } from "@/lib/contract/source/source-verbs";
import { defineVerb } from "@/lib/services/define-verb";

/** How far back "recent" goes; it bounds the months that are looked at. */
const RECENT_MS = 24 * 60 * 60 * 1000;

export const listRecentEvents = defineVerb(
  listRecentEventsContract,
  async ({ ctx, tx }, { limit }): Promise<RecentEvents> => {
    const rows = await loadRecentEvents(tx, { since: new Date(ctx.now().getTime() - RECENT_MS), limit });
    return {
      events: rows.map(({ receivedAt, subject, ...row }) => ({
        ...row,
        receivedAtMs: receivedAt.getTime(),
        subject: subject ?? "removed",
      })),
    };
  },
);
