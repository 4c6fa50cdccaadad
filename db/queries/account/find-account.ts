import type { Tx } from "@/db/transaction";
import { bucketOf } from "@/lib/hash/bucket-of";

export interface AccountRecord {
  id: string;
  bucket: number;
  name: string;
  externalId: string;
  traits: Record<string, unknown>;
  arr: number | null;
  plan: string | null;
  contractStart: Date | null;
  contractEnd: Date | null;
  ownerId: string | null;
  stage: string | null;
  health: number | null;
  journeyHealth: number | null;
}

/** Null when there is none in this workspace. */
export async function findAccount(tx: Tx, id: string): Promise<AccountRecord | null> {
  const [row] = await tx.query<AccountRecord>(
    `select id, bucket, name, external_id as "externalId", traits, arr, plan, contract_start as "contractStart", contract_end as "contractEnd",
            owner_id as "ownerId", stage, health, journey_health as "journeyHealth"
       from account where bucket = $1 and workspace_id = $2 and id = $3`,
    [bucketOf(id), tx.workspaceId, id],
  );
  return row ?? null;
}
