import { listWriteKeys as loadWriteKeys } from "@/db/queries/source/list-write-keys";
import { listWriteKeysContract, type WriteKeyListed } from "@/lib/contract/source/source-verbs";
import { defineVerb } from "@/lib/services/define-verb";

export const listWriteKeys = defineVerb(listWriteKeysContract, async ({ tx }): Promise<WriteKeyListed[]> => {
  const rows = await loadWriteKeys(tx);
  return rows.map(({ createdAt, revokedAt, ...row }) => ({
    ...row,
    createdAtMs: createdAt.getTime(),
    revokedAtMs: revokedAt?.getTime() ?? null,
  }));
});
