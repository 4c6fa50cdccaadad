import type { Tx } from "@/db/transaction";
import type { JourneyDocument } from "@/lib/journey/document";

/** Subjects a journey may take in within 30 days, from what its trigger did in the last 30; 0 for starts by hand. */
export async function estimateReach(tx: Tx, { entry: { trigger } }: JourneyDocument, now: Date): Promise<number> {
  if (trigger.type === "event") {
    const [row] = await tx.query<{ n: number }>(
      `select count(distinct coalesce(person_id, account_id))::int as n from event
        where workspace_id = $1 and name = $2 and received_at > $3::timestamptz - interval '30 days'`,
      [tx.workspaceId, trigger.event, now],
    );
    return row?.n ?? 0;
  }
  if (trigger.type === "segment") {
    const [row] = await tx.query<{ n: number }>(
      `select count(*)::int as n from segment_member
        where workspace_id = $1 and segment_id = $2 and since > $3::timestamptz - interval '30 days'`,
      [tx.workspaceId, trigger.segmentId, now],
    );
    return row?.n ?? 0;
  }
  return 0;
}
