import { countInside, listJourneys as load, sumOutcomes } from "@/db/queries/journey/list-journeys";
import { listJourneysContract } from "@/lib/contract/journey/journey-verbs";
import { journeyDocument } from "@/lib/journey/document";
import { defineVerb } from "@/lib/services/define-verb";

const RANGE_MS = 30 * 86_400_000;

/** Journeys with what they did in the last 30 days. */
export const listJourneys = defineVerb(listJourneysContract, async ({ ctx, tx }, { q, status }) => {
  const rows = await load(tx, { q: q ?? null, status: status ?? null });
  const inside = await countInside(tx);
  const since = new Date(ctx.now().getTime() - RANGE_MS).toISOString().slice(0, 10);
  const outcomes = await sumOutcomes(
    tx,
    rows.flatMap((row) => row.live_version_id ?? []),
    since,
  );
  const sum = (versionId: string | null, outcome: (name: string) => boolean) =>
    outcomes
      .filter((one) => one.version_id === versionId && outcome(one.outcome))
      .reduce((total, one) => total + one.n, 0);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    status: row.status,
    document: journeyDocument.parse(row.draft),
    version: row.last_version,
    isLifecycle: row.is_lifecycle,
    changedAt: row.changed_at,
    owner: row.owner,
    inside: inside.get(row.id) ?? 0,
    exits: sum(row.live_version_id, (name) => name.startsWith("exit:")),
    successes: sum(row.live_version_id, (name) => name === "exit:success"),
  }));
});
