import {
  countSubjects,
  loadAllAccounts,
  loadAllPeople,
  loadAudienceDays,
  loadAudienceEvents,
  loadAudienceSegments,
} from "@/db/queries/audience/load-audience";
import type { Tx } from "@/db/transaction";
import { accountSnapshot } from "@/lib/audience/account-snapshot";
import { compileRules } from "@/lib/audience/compile-rule";
import { evaluateRule } from "@/lib/audience/evaluate-rule";
import type { FactEvent, Facts } from "@/lib/audience/facts";
import { personTraits } from "@/lib/audience/person-traits";
import { countRuleContract } from "@/lib/contract/audience/audience-verbs";
import { BUCKET_COUNT } from "@/lib/hash/bucket-of";
import { defineVerb } from "@/lib/services/define-verb";

/** Up to this many subjects the count is exact; above it comes from a share of the buckets and says so. */
const EXACT_MAX = 20_000;
const HISTORY_MS = 550 * 86_400_000;

/** How many match a rule now, asked with the very evaluator the engine uses. */
export const countRule = defineVerb(countRuleContract, async ({ ctx, tx }, { subject, rule }) => {
  const total = await countSubjects(tx, subject);
  const buckets = total <= EXACT_MAX ? BUCKET_COUNT : Math.max(1, Math.floor((BUCKET_COUNT * EXACT_MAX) / total));
  const nowMs = ctx.now().getTime();
  const needs = compileRules([rule]);
  const horizons = Object.values(needs.horizonMs);
  const since = new Date(
    nowMs - (horizons.some((ms) => ms === null) ? HISTORY_MS : Math.max(0, ...horizons.map((ms) => ms ?? 0))),
  );
  const facts = await loadFacts(tx, subject, buckets, {
    names: Object.keys(needs.horizonMs),
    since,
    segments: needs.segments,
  });
  const matching = facts.filter((one) => evaluateRule(rule, one, {}, nowMs)).length;
  const isExact = buckets === BUCKET_COUNT;
  return { matches: isExact ? matching : Math.round((matching / Math.max(1, facts.length)) * total), total, isExact };
});

async function loadFacts(
  tx: Tx,
  subject: "person" | "account",
  buckets: number,
  needs: { names: readonly string[]; since: Date; segments: readonly string[] },
): Promise<Facts[]> {
  const segments = new Map<string, Set<string>>();
  for (const row of await loadAudienceSegments(tx, buckets, needs.segments)) {
    segments.set(row.subject_id, (segments.get(row.subject_id) ?? new Set()).add(row.segment_id));
  }
  const events = new Map<string, FactEvent[]>();
  const add = (id: string, event: FactEvent) => void (events.get(id)?.push(event) ?? events.set(id, [event]));
  const shared = (id: string) => ({
    segments: segments.get(id) ?? new Set<string>(),
    events: events.get(id) ?? [],
    engagement: [],
    zone: "UTC",
  });
  if (subject === "account") {
    for (const row of await loadAudienceDays(tx, buckets, needs.names, needs.since.toISOString().slice(0, 10))) {
      for (let i = 0; i < row.count; i++)
        add(row.account_id, { name: row.name, atMs: Date.parse(`${row.day}T12:00:00Z`), properties: {} });
    }
    return (await loadAllAccounts(tx, buckets)).map((row) => {
      const traits = accountSnapshot(row);
      return { traits, account: traits, ...shared(row.id) };
    });
  }
  for (const row of await loadAudienceEvents(tx, buckets, needs.names, needs.since)) {
    add(row.subject_id, { name: row.name, atMs: row.happened_at.getTime(), properties: row.properties });
  }
  return (await loadAllPeople(tx, buckets)).map((row) => ({
    traits: personTraits(row),
    account: row.account_traits,
    ...shared(row.id),
  }));
}
