import type { Tx } from "@/db/transaction";

export interface JourneyHead {
  id: string;
  name: string;
  status: string;
  subject: string;
  liveVersionId: string | null;
}

export async function findJourneyHead(tx: Tx, id: string): Promise<JourneyHead | null> {
  const [row] = await tx.query<JourneyHead>(
    `select id, name, status, draft->>'subject' as subject, live_version_id as "liveVersionId" from journey where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id],
  );
  return row ?? null;
}

export interface JourneyVersionRow {
  id: string;
  number: number;
  document: unknown;
  publishedAt: Date | null;
}

/** Published versions, newest first. */
export async function listPublishedVersions(tx: Tx, journeyId: string): Promise<JourneyVersionRow[]> {
  return tx.query<JourneyVersionRow>(
    `select id, number, document, published_at as "publishedAt" from journey_version
      where workspace_id = $1 and journey_id = $2 and published_at is not null order by number desc`,
    [tx.workspaceId, journeyId],
  );
}

export interface JourneyCard {
  id: string;
  name: string;
  status: string;
  subject: string;
  isLifecycle: boolean;
  changedAt: Date;
  stepCount: number;
  inside: number;
}

/** Journeys with how many are inside, the latest changed first. */
export async function listJourneyCards(tx: Tx): Promise<JourneyCard[]> {
  const journeys = await tx.query<Omit<JourneyCard, "inside">>(
    `select id, name, status, draft->>'subject' as subject, is_lifecycle as "isLifecycle", changed_at as "changedAt", jsonb_array_length(draft->'steps') as "stepCount"
       from journey where workspace_id = $1 order by changed_at desc limit 200`,
    [tx.workspaceId],
  );
  const counts = await tx.query<{ journeyId: string; inside: number }>(
    `select journey_id as "journeyId", count(*)::int as inside from enrollment where workspace_id = $1 and status = 'active' group by journey_id`,
    [tx.workspaceId],
  );
  const inside = new Map(counts.map((row) => [row.journeyId, row.inside]));
  return journeys.map((journey) => ({ ...journey, inside: inside.get(journey.id) ?? 0 }));
}
