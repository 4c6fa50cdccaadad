import { addMessage } from "@/db/queries/message/add-message";
import { loadRecipients } from "@/db/queries/message/load-recipients";
import { sendTestContract } from "@/lib/contract/message/send-test";
import { AppError } from "@/lib/errors/app-error";
import { bucketOf } from "@/lib/hash/bucket-of";
import { defineVerb } from "@/lib/services/define-verb";

/** Send content to the caller's own address, filled in as for `personId`. It takes the way every message takes, but counts
 * nowhere, is never held, and its links change nothing. */
export const sendTest = defineVerb(
  sendTestContract,
  async ({ ctx, tx, audit }, { purpose, content, personId, context }): Promise<{ messageId: string; to: string }> => {
    if (ctx.actor.kind !== "user")
      throw new AppError(
        "forbidden",
        "A test goes to the person who asks for it, and a key has no address. Sign in to send one.",
      );
    const shownTo = personId ?? ctx.actor.userId;
    const bucket = bucketOf(shownTo);
    if (personId && !(await loadRecipients(tx, bucket, [personId])).has(personId)) {
      throw new AppError("not_found", "There is no such person. Choose another one to fill in the variables.");
    }
    const messageId = ctx.newId();
    const to = { name: ctx.actor.name, address: ctx.actor.email };
    await addMessage(tx, {
      id: messageId,
      key: `test:${messageId}`,
      bucket,
      personId: shownTo,
      channel: "email",
      purpose,
      inputs: { isTest: true, to, content, context },
      at: ctx.now(),
    });
    audit(`message:${messageId}`, { purpose });
    return { messageId, to: to.address };
  },
);
