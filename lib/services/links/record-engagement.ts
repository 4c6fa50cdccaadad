import { addInbox } from "@/db/queries/inbox/add-inbox";
import { addScannerDecision } from "@/db/queries/message/add-scanner-decision";
import { noteEngagement } from "@/db/queries/message/note-engagement";
import type { LinkedMessage } from "@/db/queries/message/read-linked";
import type { Tx } from "@/db/transaction";
import { type LinkRequest, type ScannerReason, scannerOfClick, scannerOfOpen } from "@/lib/links/is-scanner";
import { type LinkScope, type LinkWorld, throughLink } from "@/lib/services/links/through-link";

type Asked = Pick<LinkRequest, "method" | "headers">;

/** A tracked link was followed: note a person's first click and tell the journey; a scanner's is only written down.
 * Returns where the link leads, or null when the token is not ours. */
export function recordClick(world: LinkWorld, token: string, asked: Asked): Promise<string | null> {
  return throughLink(world, token, "click", async (scope) => {
    await noteOrSetAside(scope, "clicked", scannerOfClick({ ...asked, sinceSentMs: sinceSent(scope) }));
    return scope.link.target;
  });
}

/** The picture in a mail was loaded. Unreliable by nature (RULES S7); known proxies are left out. */
export async function recordOpen(world: LinkWorld, token: string, asked: Asked): Promise<boolean> {
  const done = await throughLink(world, token, "open", async (scope) => {
    await noteOrSetAside(scope, "opened", scannerOfOpen({ ...asked, sinceSentMs: sinceSent(scope) }));
    return true;
  });
  return done ?? false;
}

async function noteOrSetAside(
  { tx, link, message, at }: LinkScope,
  how: "clicked" | "opened",
  scanner: ScannerReason | null,
): Promise<void> {
  if (message.isTest) return void (scanner === null && (await noteEngagement(tx, link.bucket, message.id, how, at)));
  if (scanner !== null) return addScannerDecision(tx, link.bucket, message, { how, why: scanner }, at);
  await engage(tx, link.bucket, message, how, at);
}

/** Note the first time, and put it before the subject's journeys in the same transaction. */
export async function engage(
  tx: Tx,
  bucket: number,
  message: LinkedMessage,
  how: "clicked" | "opened",
  at: Date,
): Promise<void> {
  if (!(await noteEngagement(tx, bucket, message.id, how, at))) return;
  const { id: messageId, enrollmentId, stepId, visit } = message;
  const [to, subjectId] = enrollmentId ? [message.subjectBucket, message.subjectId] : [bucket, message.personId];
  await addInbox(tx, to, [
    { subjectId, dueAt: at, item: { kind: "engaged", messageId, enrollmentId, stepId, visit, how } },
  ]);
}

function sinceSent({ message, at }: LinkScope): number | null {
  return message.sentAt ? at.getTime() - message.sentAt.getTime() : null;
}
