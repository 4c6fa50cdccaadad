import type { Tx } from "@/db/transaction";

export interface JourneyListRow {
  id: string;
  name: string;
  status: string;
  draft: unknown;
  last_version: number;
  live_version_id: string | null;
  is_lifecycle: boolean;
  changed_at: Date;
  owner: string | null;
}

export async function listJourneys(
  tx: Tx,
  { q, status }: { q: string | null; status: string | null },
): Promise<JourneyListRow[]> {
  return tx.query<JourneyListRow>(
    `select j.id, j.name, j.status, j.draft, j.last_version, j.live_version_id, j.is_lifecycle, j.changed_at, u.name as owner
       from journey j left join "user" u on u.id = j.owner_id
      where j.workspace_id = $1 and ($2::text is null or j.name ilike '%' || $2 || '%') and ($3::text is null or j.status = $3)
      order by (j.status = 'live') desc, j.changed_at desc`,
    [tx.workspaceId, q, status],
  );
}

/** Subjects inside each journey now; a page's read over all buckets. */
export async function countInside(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.query<{ journey_id: string; n: number }>(
    "select journey_id, count(*)::int as n from enrollment where workspace_id = $1 and status = 'active' group by journey_id",
    [tx.workspaceId],
  );
  return new Map(rows.map((row) => [row.journey_id, row.n]));
}

export interface OutcomeTotal {
  version_id: string;
  step_id: string;
  outcome: string;
  n: number;
}

/** Outcomes by version and step since a UTC day, from the rollups. */
export async function sumOutcomes(tx: Tx, versionIds: readonly string[], sinceDay: string): Promise<OutcomeTotal[]> {
  return tx.query<OutcomeTotal>(
    `select version_id, step_id, outcome, sum(count)::int as n from outcome_day
      where workspace_id = $1 and version_id = any($2::uuid[]) and day >= $3 and not held_out
      group by version_id, step_id, outcome`,
    [tx.workspaceId, versionIds, sinceDay],
  );
}

export interface PathTotal {
  version_id: string;
  from_step_id: string;
  port: string;
  to_step_id: string;
  n: number;
}

export async function sumPaths(tx: Tx, versionIds: readonly string[], sinceDay: string): Promise<PathTotal[]> {
  return tx.query<PathTotal>(
    `select version_id, from_step_id, port, to_step_id, sum(count)::int as n from path_day
      where workspace_id = $1 and version_id = any($2::uuid[]) and day >= $3
      group by version_id, from_step_id, port, to_step_id`,
    [tx.workspaceId, versionIds, sinceDay],
  );
}

export async function listVersions(
  tx: Tx,
  journeyId: string,
): Promise<{ id: string; number: number; frozen_at: Date; published_at: Date | null }[]> {
  return tx.query(
    "select id, number, frozen_at, published_at from journey_version where workspace_id = $1 and journey_id = $2 order by number desc",
    [tx.workspaceId, journeyId],
  );
}

export interface PlaceRow {
  enrollment_id: string;
  subject_id: string;
  step_id: string;
  step_entered_at: Date;
  entered_at: Date;
  due_at: Date | null;
  wait: unknown;
  held_out: boolean;
}

/** Who is where: longest waiting first. */
export async function listInside(tx: Tx, journeyId: string, stepId: string | null, limit: number): Promise<PlaceRow[]> {
  return tx.query<PlaceRow>(
    `select id as enrollment_id, subject_id, step_id, step_entered_at, entered_at, due_at, wait, held_out from enrollment
      where workspace_id = $1 and journey_id = $2 and status = 'active' and ($3::text is null or step_id = $3)
      order by step_entered_at limit $4`,
    [tx.workspaceId, journeyId, stepId, limit],
  );
}

/** Subjects waiting at each step now. */
export async function countWaiting(tx: Tx, journeyId: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ step_id: string; n: number }>(
    "select step_id, count(*)::int as n from enrollment where workspace_id = $1 and journey_id = $2 and status = 'active' group by step_id",
    [tx.workspaceId, journeyId],
  );
  return new Map(rows.map((row) => [row.step_id, row.n]));
}

export async function nameSubjects(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { name: string; kind: "person" | "account" }>> {
  const people = await tx.query<{ id: string; name: string }>(
    "select id, coalesce(name, email, external_id, 'Unnamed') as name from person where workspace_id = $1 and id = any($2::uuid[])",
    [tx.workspaceId, ids],
  );
  const accounts = await tx.query<{ id: string; name: string }>(
    "select id, name from account where workspace_id = $1 and id = any($2::uuid[])",
    [tx.workspaceId, ids],
  );
  const named = new Map<string, { name: string; kind: "person" | "account" }>();
  for (const row of people) named.set(row.id, { name: row.name, kind: "person" });
  for (const row of accounts) named.set(row.id, { name: row.name, kind: "account" });
  return named;
}
