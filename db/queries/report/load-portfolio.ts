import type { Tx } from "@/db/transaction";

export interface PortfolioRow {
  id: string;
  bucket: number;
  name: string;
  arr: number | null;
  health: number | null;
  journeyHealth: number | null;
  stage: string | null;
  stageEnteredAt: Date | null;
  overlays: Record<string, string>;
  contractStart: Date | null;
  contractEnd: Date | null;
  ownerId: string | null;
  risks: { id: string; text: string; advice: string }[];
}

/** Every account, or an owner's, with what boards and lists are made of. A page read over all buckets. */
export async function loadPortfolio(tx: Tx, ownerId: string | null = null): Promise<PortfolioRow[]> {
  return tx.query<PortfolioRow>(
    `select id, bucket, name, arr, health, journey_health as "journeyHealth", stage, stage_entered_at as "stageEnteredAt", overlays,
            contract_start as "contractStart", contract_end as "contractEnd", owner_id as "ownerId", coalesce(scores->'risks', '[]') as risks
       from account where workspace_id = $1 and ($2::uuid is null or owner_id = $2) order by name`,
    [tx.workspaceId, ownerId],
  );
}
