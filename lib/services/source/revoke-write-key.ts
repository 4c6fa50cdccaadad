import { revokeWriteKeyRow } from "@/db/queries/source/revoke-write-key";
import { revokeWriteKeyContract } from "@/lib/contract/source/source-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

/** End a key; what is sent with it is refused within seconds. */
export const revokeWriteKey = defineVerb(revokeWriteKeyContract, async ({ ctx, tx, audit }, { writeKeyId }) => {
  const revoked = await revokeWriteKeyRow(tx, writeKeyId, ctx.now());
  if (!revoked) throw new AppError("not_found", "There is no living key of this id in this workspace.");
  audit(writeKeyId, { name: revoked.name });
  return { name: revoked.name };
});
