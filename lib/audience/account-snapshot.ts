/** The columns of an account that rules, Liquid and its members see. */
export interface AccountLike {
  id: string;
  external_id: string;
  name: string;
  traits: Readonly<Record<string, unknown>>;
  arr: number | null;
  plan: string | null;
  zone: string | null;
  region: string | null;
  contract_start: Date | null;
  contract_end: Date | null;
  owner_id: string | null;
  stage: string | null;
  health: number | null;
  journey_health: number | null;
}

/** An account's traits as rules, Liquid and its members see them. */
export function accountSnapshot(row: AccountLike): Record<string, unknown> {
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
