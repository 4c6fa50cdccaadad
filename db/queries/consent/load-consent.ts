import type { Tx } from "@/db/transaction";

/** What one person has said, keyed `channel:purpose`, where they are, and which channels have reached them. */
export async function loadConsent(
  tx: Tx,
  bucket: number,
  personId: string,
): Promise<{ consent: Record<string, "granted" | "refused">; region: string | null; channels: string[] }> {
  const rows = await tx.query<{ channel: string; purpose: string; state: "granted" | "refused" }>(
    "select channel, purpose, state from consent where bucket = $1 and workspace_id = $2 and person_id = $3",
    [bucket, tx.workspaceId, personId],
  );
  const [person] = await tx.query<{ region: string | null }>(
    "select region from person where bucket = $1 and workspace_id = $2 and id = $3",
    [bucket, tx.workspaceId, personId],
  );
  const used = await tx.query<{ channel: string }>(
    "select distinct channel from message where bucket = $1 and workspace_id = $2 and person_id = $3 and channel <> 'webhook'",
    [bucket, tx.workspaceId, personId],
  );
  return {
    consent: Object.fromEntries(rows.map((row) => [`${row.channel}:${row.purpose}`, row.state])),
    region: person?.region ?? null,
    channels: used.map((row) => row.channel),
  };
}
