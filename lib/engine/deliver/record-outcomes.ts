import { addInbox, type NewInboxItem } from "@/db/queries/inbox/add-inbox";
import { changeMessages } from "@/db/queries/message/change-messages";
import type { QueuedMessage } from "@/db/queries/message/queued-message";
import type { Tx } from "@/db/transaction";
import type { Outcome } from "@/lib/engine/deliver/outcome-of";
import type { InboxItem } from "@/lib/contract/inbox-item";

export interface MessageOutcome extends Outcome {
  message: QueuedMessage;
}

/** Write how messages ended and tell their journeys and their accounts' caps, in one transaction. What no longer is as
 * the worker left it (a lease lost, a message cancelled) changes nothing. Returns the ids that changed. */
export async function recordOutcomes(
  tx: Tx,
  bucket: number,
  outcomes: readonly MessageOutcome[],
  now: Date,
): Promise<Set<string>> {
  const changed = await changeMessages(
    tx,
    bucket,
    outcomes.map((one) => one.change),
  );
  const letters = new Map<number, NewInboxItem[]>();
  const post = (to: number, subjectId: string, item: InboxItem) => {
    const items = letters.get(to) ?? [];
    letters.set(to, items);
    items.push({ subjectId, dueAt: now, item });
  };
  for (const { message, change, settlement } of outcomes) {
    if (!changed.has(change.id)) continue;
    if (settlement && message.enrollmentId && message.stepId) {
      const { enrollmentId, stepId, visit } = message;
      post(message.subjectBucket, message.subjectId, {
        kind: "settled",
        messageId: message.id,
        enrollmentId,
        stepId,
        visit,
        settlement,
      });
    }
    if (change.giveBack && message.countedAt && message.accountId && message.accountBucket !== null) {
      post(message.accountBucket, message.accountId, { kind: "returned", key: message.key });
    }
  }
  for (const [to, items] of [...letters].sort(([a], [b]) => a - b)) await addInbox(tx, to, items);
  return changed;
}
