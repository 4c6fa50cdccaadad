import { listRefusedItems as loadRefusedItems } from "@/db/queries/source/list-refused-items";
import { listRefusedItemsContract, type RefusedItems } from "@/lib/contract/source/source-verbs";
import { defineVerb } from "@/lib/services/define-verb";

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export const listRefusedItems = defineVerb(
  listRefusedItemsContract,
  async ({ ctx, tx }, { limit }): Promise<RefusedItems> => {
    const rows = await loadRefusedItems(tx, { since: new Date(ctx.now().getTime() - KEPT_MS), limit });
    return { refused: rows.map(({ at, ...row }) => ({ ...row, atMs: at.getTime() })) };
  },
);
