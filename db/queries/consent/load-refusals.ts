import type { Tx } from "@/db/transaction";

/** Refused consents of people in one bucket as `personId channel:purpose`. */
export async function loadRefusals(tx: Tx, bucket: number, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string; channel: string; purpose: string }>(
    "select person_id, channel, purpose from consent where bucket = $1 and workspace_id = $2 and person_id = any($3::uuid[]) and state = 'refused'",
    [bucket, tx.workspaceId, personIds],
    "load-refusals",
  );
  return new Set(rows.map((row) => refusalKey(row.person_id, row.channel, row.purpose)));
}

export function refusalKey(personId: string, channel: string, purpose: string): string {
  return `${personId} ${channel}:${purpose}`;
}
