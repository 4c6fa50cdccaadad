import type { Tx } from "@/db/transaction";

/** Each sort as an ascending expression, so that one keyset fits all; what is not known comes last. */
export const accountSorts = {
  name: { expression: "lower(name)", type: "text" },
  health: { expression: "coalesce(health, 1000)", type: "float8" },
  journey: { expression: "coalesce(journey_health, 1000)", type: "float8" },
  arr: { expression: "-coalesce(arr, -1)", type: "float8" },
  renewal: { expression: "coalesce(extract(epoch from contract_end), 1e12)::float8", type: "float8" },
  stage_days: { expression: "coalesce(extract(epoch from stage_entered_at), 1e12)::float8", type: "float8" },
} as const;
export type AccountSort = keyof typeof accountSorts;

export interface AccountFilter {
  stage?: string | undefined;
  /** An overlay's column shows the accounts that are in it. */
  overlay?: string | undefined;
  health?: { from: number | null; to: number | null; unknown: boolean } | undefined;
  ownerId?: string | undefined;
  q?: string | undefined;
}

export interface AccountListRow {
  id: string;
  bucket: number;
  name: string;
  externalId: string;
  arr: number | null;
  plan: string | null;
  stage: string | null;
  stageEnteredAt: Date | null;
  overlays: Record<string, string>;
  health: number | null;
  healthCoverage: number | null;
  journeyHealth: number | null;
  contractStart: Date | null;
  contractEnd: Date | null;
  ownerId: string | null;
  /** Where this row stands in the sort. */
  place: string | number;
}

const columns = `id, bucket, name, external_id as "externalId", arr, plan, stage, stage_entered_at as "stageEnteredAt", overlays, health,
  health_coverage as "healthCoverage", journey_health as "journeyHealth", contract_start as "contractStart", contract_end as "contractEnd", owner_id as "ownerId"`;

/** Accounts after the place `after` of the sort, at most `limit`. A page read: it spans buckets. */
export async function listAccounts(
  tx: Tx,
  filter: AccountFilter,
  sort: AccountSort,
  limit: number,
  after: { place: string | number; id: string } | null,
): Promise<AccountListRow[]> {
  const { expression, type } = accountSorts[sort];
  const { where, values } = conditions(tx, filter);
  if (after) {
    values.push(after.place, after.id);
    where.push(`(${expression}, id) > ($${values.length - 1}::${type}, $${values.length}::uuid)`);
  }
  values.push(limit);
  return tx.query<AccountListRow>(
    `select ${columns}, ${expression} as place from account where ${where.join(" and ")} order by ${expression}, id limit $${values.length}`,
    values,
  );
}

export async function countAccounts(tx: Tx, filter: AccountFilter): Promise<{ count: number; arr: number }> {
  const { where, values } = conditions(tx, filter);
  const [row] = await tx.query<{ count: number; arr: number }>(
    `select count(*)::int as count, coalesce(sum(arr), 0)::float8 as arr from account where ${where.join(" and ")}`,
    values,
  );
  return row ?? { count: 0, arr: 0 };
}

function conditions(tx: Tx, filter: AccountFilter): { where: string[]; values: unknown[] } {
  const values: unknown[] = [tx.workspaceId];
  const where = ["workspace_id = $1"];
  const add = (condition: (n: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (filter.stage) add((n) => `stage = ${n}`, filter.stage);
  if (filter.overlay) add((n) => `overlays ? ${n}`, filter.overlay);
  if (filter.ownerId) add((n) => `owner_id = ${n}::uuid`, filter.ownerId);
  if (filter.q) add((n) => `strpos(lower(name), ${n}) > 0`, filter.q.toLowerCase());
  if (filter.health?.unknown) where.push("health is null");
  if (filter.health?.from != null) add((n) => `health >= ${n}`, filter.health.from);
  if (filter.health?.to != null) add((n) => `health < ${n}`, filter.health.to);
  return { where, values };
}
