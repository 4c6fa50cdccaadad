import { writeMark } from "@/db/queries/account/mark-criterion";
import { addInbox } from "@/db/queries/inbox/add-inbox";
import { loadLifecycle } from "@/db/queries/score/load-lifecycle";
import { markCriterionContract } from "@/lib/contract/account/mark-criterion";
import { AppError } from "@/lib/errors/app-error";
import { CRITERIA_MARKED } from "@/lib/journey/lifecycle-stages";
import { checklistOf, stateOfStage } from "@/lib/metrics/checklist";
import { findOrFail } from "@/lib/services/account/find-or-fail";
import { actorName } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

/** Mark an exit criterion of the current stage met or waived, with the reason shown for ever. The account's tick sees it
 * as a trait, so the lifecycle moves on when that was the last one. */
export const markCriterion = defineVerb(
  markCriterionContract,
  async ({ ctx, tx, audit }, { accountId, criterionId, status, reason }) => {
    const account = await findOrFail(tx, accountId);
    const state = stateOfStage(await loadLifecycle(tx), account.stage);
    if (!state) throw new AppError("conflict", "This account has no stage yet, so there is no criterion to mark.");
    const criterion = checklistOf(await loadLifecycle(tx), state).find((one) => one.id === criterionId);
    if (!criterion)
      throw new AppError("invalid", `criterionId: ${state.name} has no such exit criterion. Reload the page.`, {
        fields: [{ field: "criterionId", message: "Reload the page." }],
      });
    const at = ctx.now();
    const marks = await writeMark(tx, account.bucket, {
      accountId,
      stage: account.stage ?? "",
      criterionId,
      status,
      at,
      by: actorName(ctx.actor),
      reason,
    });
    await addInbox(tx, account.bucket, [
      {
        subjectId: accountId,
        dueAt: at,
        item: {
          kind: "event",
          eventId: ctx.newId(),
          type: "group",
          name: "group",
          happenedAtMs: at.getTime(),
          receivedAtMs: at.getTime(),
          properties: { [CRITERIA_MARKED]: marks },
          personId: null,
          accountId,
          isHistory: true,
        },
      },
      { subjectId: accountId, dueAt: at, item: { kind: "reconsider", cause: "criterion marked" } },
    ]);
    audit(`account:${accountId}`, { criterionId, status, reason });
    return { name: criterion.name };
  },
);
