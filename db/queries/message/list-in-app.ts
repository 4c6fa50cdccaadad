import type { Tx } from "@/db/transaction";

export interface InAppRow {
  id: string;
  shown: { subject: string; body: string; callToAction: { label: string; url: string } | null };
  sentAt: Date;
  seenAt: Date | null;
}

/** In-app messages that reached one person, newest first. */
export function listInAppRows(
  tx: Tx,
  bucket: number,
  { personId, unseenOnly, limit }: { personId: string; unseenOnly: boolean; limit: number },
): Promise<(InAppRow & Record<string, unknown>)[]> {
  return tx.query(
    `select id, inputs->'shown' as shown, sent_at as "sentAt", seen_at as "seenAt" from message
      where bucket = $1 and workspace_id = $2 and person_id = $3 and channel = 'in_app' and status = 'sent' and inputs ? 'shown'
        and (seen_at is null or not $4)
      order by created_at desc, id limit $5`,
    [bucket, tx.workspaceId, personId, unseenOnly, limit],
    "list-in-app",
  );
}
