import { addEscalation } from "@/db/queries/account/write-escalation";
import { addInbox } from "@/db/queries/inbox/add-inbox";
import { openEscalationContract } from "@/lib/contract/account/escalation";
import { findOrFail } from "@/lib/services/account/find-or-fail";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

/** Open an escalation. From severity high on, automated touchpoints to the account and its people pause (RULES S15). */
export const openEscalation = defineVerb(
  openEscalationContract,
  async ({ ctx, tx, audit }, { accountId, title, severity }) => {
    const account = await findOrFail(tx, accountId);
    const id = ctx.newId();
    const at = ctx.now();
    await addEscalation(tx, account.bucket, {
      id,
      accountId,
      title,
      severity,
      openedBy: actorUserId(ctx.actor),
      openedAt: at,
    });
    await addInbox(tx, account.bucket, [
      { subjectId: accountId, dueAt: at, item: { kind: "reconsider", cause: "escalation opened" } },
    ]);
    audit(`account:${accountId}`, { escalationId: id, title, severity });
    return { escalationId: id };
  },
);
