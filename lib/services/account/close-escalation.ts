import { closeEscalation as close } from "@/db/queries/account/write-escalation";
import { addInbox } from "@/db/queries/inbox/add-inbox";
import { closeEscalationContract } from "@/lib/contract/account/escalation";
import { AppError } from "@/lib/errors/app-error";
import { findOrFail } from "@/lib/services/account/find-or-fail";
import { defineVerb } from "@/lib/services/define-verb";

/** Close an escalation; what it held passes the gate again. */
export const closeEscalation = defineVerb(
  closeEscalationContract,
  async ({ ctx, tx, audit }, { accountId, escalationId, resolution }) => {
    const account = await findOrFail(tx, accountId);
    const at = ctx.now();
    const title = await close(tx, account.bucket, { accountId, id: escalationId, closedAt: at, resolution });
    if (title === null)
      throw new AppError("not_found", "There is no such open escalation. Somebody may have closed it already.");
    await addInbox(tx, account.bucket, [
      { subjectId: accountId, dueAt: at, item: { kind: "reconsider", cause: "escalation closed" } },
    ]);
    audit(`account:${accountId}`, { escalationId, title, resolution });
    return { title };
  },
);
