import type { FactEvent, Facts } from "@/lib/audience/facts";
import { lifecycleDocument } from "@/lib/journey/lifecycle";
import { checklistOf, stateOfStage } from "@/lib/metrics/checklist";
import { readWhen } from "@/lib/metrics/criterion-reading";
import type { WalkedStageStay } from "@/lib/simulation/walked";
import type { Household } from "@/db/seed/story/tell-story";

export interface CriterionFound {
  stage: string;
  criterionId: string;
  atMs: number;
  actual: number | null;
  target: number | null;
}

const document = lifecycleDocument();
/** Daily use reaches criteria through derived traits. */
const manyADay: ReadonlySet<string> = new Set(["login", "feature_used"]);

/** Watches the exit criteria of an account's stage and notes when each first held. */
export class CriteriaFinder {
  readonly #found = new Map<string, CriterionFound>();
  readonly #events: FactEvent[];

  constructor({ events }: Household) {
    this.#events = events
      .filter((event) => !manyADay.has(event.name))
      .map(({ name, atMs, properties }) => ({ name, atMs, properties }));
  }

  look(nowMs: number, stage: string | null, traits: Readonly<Record<string, unknown>>): void {
    const state = stateOfStage(document, stage);
    if (!state || stage === null) return;
    const facts: Facts = {
      traits,
      account: traits,
      segments: new Set(),
      events: this.#events.filter((event) => event.atMs <= nowMs),
      engagement: [],
      zone: "UTC",
    };
    for (const criterion of checklistOf(document, state)) {
      const key = `${stage} ${criterion.id}`;
      if (this.#found.has(key)) continue;
      const { holds, actual, target } = readWhen(criterion.when, facts, nowMs);
      if (holds) this.#found.set(key, { stage, criterionId: criterion.id, atMs: nowMs, actual, target });
    }
  }

  /** A stage left in order had all its criteria met by then, even those nobody had looked at in between. */
  finish(stays: readonly WalkedStageStay[]): CriterionFound[] {
    for (const [place, stay] of stays.entries()) {
      const state = stateOfStage(document, stay.stage);
      if (!state || stay.leftAtMs === null || stays[place + 1]?.enteredAtMs !== stay.leftAtMs) continue;
      for (const { id } of checklistOf(document, state)) {
        const key = `${stay.stage} ${id}`;
        if (!this.#found.has(key))
          this.#found.set(key, { stage: stay.stage, criterionId: id, atMs: stay.leftAtMs, actual: null, target: null });
      }
    }
    return [...this.#found.values()];
  }
}
