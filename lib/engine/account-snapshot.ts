import type { AccountRow } from "@/db/queries/tick/load-subjects";

/** An account's traits as rules, Liquid and its members see them. */
export function accountSnapshot(row: AccountRow): Record<string, unknown> {
  return {
    ...row.traits,
    id: row.id,
    externalId: row.external_id,
    name: row.name,
    arr: row.arr,
    plan: row.plan,
    region: row.region,
    zone: row.zone,
    contractStart: row.contract_start?.toISOString() ?? null,
    contractEnd: row.contract_end?.toISOString() ?? null,
    ownerId: row.owner_id,
    stage: row.stage,
    health: row.health,
    journeyHealth: row.journey_health,
  };
}
