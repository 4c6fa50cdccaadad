import type { Database } from "@/db/database";
import { type LinkedMessage, readLinked } from "@/db/queries/message/read-linked";
import { readSender, type Sender } from "@/db/queries/workspace/read-sender";
import type { Tx } from "@/db/transaction";
import { type Link, type LinkKind, verifyLink, workspaceOfLink } from "@/lib/links/link-token";

/** What the recipient's doors need of the world. They know nobody: the signed link is the permission. */
export interface LinkWorld {
  database: Database;
  now(): Date;
}

export interface LinkScope {
  tx: Tx;
  link: Link;
  message: LinkedMessage;
  sender: Sender;
  at: Date;
}

/** The one way in for recipients: the token must be signed by its workspace for this very purpose and its message must
 * exist; then `run` acts in that workspace, in one transaction. Null for everything else, without saying why. */
export async function throughLink<T>(
  world: LinkWorld,
  token: string,
  kind: LinkKind,
  run: (scope: LinkScope) => Promise<T>,
): Promise<T | null> {
  const workspaceId = workspaceOfLink(token);
  if (workspaceId === null) return null;
  return world.database.transaction(workspaceId, async (tx) => {
    const sender = await readSender(tx);
    const link = sender && verifyLink(token, kind, sender.signingSecret);
    if (!link) return null;
    const message = await readLinked(tx, link.bucket, link.messageId);
    return message ? run({ tx, link, message, sender, at: world.now() }) : null;
  });
}
