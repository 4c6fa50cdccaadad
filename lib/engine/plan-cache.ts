import {
  type LiveVersionRow,
  loadLiveVersions,
  loadSegmentRules,
  loadVersionDocuments,
  loadWorkspaceSettings,
} from "@/db/queries/journey/load-live";
import type { Tx } from "@/db/transaction";
import { type CompiledRule, compileRules } from "@/lib/audience/compile-rule";
import { type Rule, rule as ruleSchema } from "@/lib/audience/rule";
import { compile } from "@/lib/journey/compile";
import { journeyDocument } from "@/lib/journey/document";
import type { Plan } from "@/lib/journey/plan";
import { type Policy, policy as policySchema } from "@/lib/policy/policy";

export interface LivePlan {
  plan: Plan;
  journeyId: string;
  name: string;
  isPaused: boolean;
  isLifecycle: boolean;
}

export interface LiveSegment {
  id: string;
  name: string;
  subject: "person" | "account";
  rule: Rule;
  needs: CompiledRule;
}

/** What a workspace has live, as one tick sees it. */
export interface Live {
  /** Highest priority first, then by id (RULES S10). */
  journeys: LivePlan[];
  byJourney: Map<string, LivePlan>;
  segments: LiveSegment[];
  zone: string;
  region: string | null;
  policy: Policy;
  plan(versionId: string): Plan | null;
}

/** Compiled versions, kept for the life of the process: a version never changes. */
export class PlanCache {
  readonly #plans = new Map<string, Plan>();
  readonly #segments = new Map<string, { text: string; rule: Rule; needs: CompiledRule }>();
  readonly #policies = new Map<string, Policy>();

  /** Read what is live now, and compile the versions not yet known, `wanted` (of people under way) included. */
  async read(tx: Tx): Promise<Live> {
    const [rows, segments, settings] = [
      await loadLiveVersions(tx),
      await loadSegmentRules(tx),
      await loadWorkspaceSettings(tx),
    ];
    await this.compile(
      tx,
      rows.map((row) => row.version_id),
    );
    const journeys = rows.flatMap((row) => this.#live(row)).sort(byPriority);
    return {
      journeys,
      byJourney: new Map(journeys.map((one) => [one.journeyId, one])),
      segments: segments.map((row) => this.#segment(row)),
      zone: settings.zone,
      region: settings.region,
      policy: this.#policy(settings.policy),
      plan: (versionId) => this.#plans.get(versionId) ?? null,
    };
  }

  /** Make sure these versions are compiled. */
  async compile(tx: Tx, versionIds: readonly string[]): Promise<void> {
    const missing = versionIds.filter((id) => !this.#plans.has(id));
    if (missing.length === 0) return;
    for (const row of await loadVersionDocuments(tx, missing)) {
      const document = journeyDocument.parse(row.document);
      this.#plans.set(row.id, compile(document, { journeyId: row.journey_id, versionId: row.id }));
    }
  }

  #live(row: LiveVersionRow): LivePlan[] {
    const plan = this.#plans.get(row.version_id);
    if (!plan) return [];
    return [
      {
        plan,
        journeyId: row.journey_id,
        name: row.name,
        isPaused: row.status === "paused",
        isLifecycle: row.is_lifecycle,
      },
    ];
  }

  #segment(row: { id: string; name: string; subject: string; rule: unknown }): LiveSegment {
    const text = JSON.stringify(row.rule);
    let known = this.#segments.get(row.id);
    if (known?.text !== text) {
      const rule = ruleSchema.parse(row.rule);
      known = { text, rule, needs: compileRules([rule]) };
      this.#segments.set(row.id, known);
    }
    return {
      id: row.id,
      name: row.name,
      subject: row.subject === "account" ? "account" : "person",
      rule: known.rule,
      needs: known.needs,
    };
  }

  #policy(stored: unknown): Policy {
    const text = JSON.stringify(stored);
    let known = this.#policies.get(text);
    if (!known) {
      known = policySchema.parse(stored ?? {});
      this.#policies.set(text, known);
    }
    return known;
  }
}

function byPriority(a: LivePlan, b: LivePlan): number {
  return b.plan.document.priority - a.plan.document.priority || (a.journeyId < b.journeyId ? -1 : 1);
}
