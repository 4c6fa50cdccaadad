import type { Rule } from "@/lib/audience/rule";
import type { StageId } from "@/lib/journey/stages";

export interface LifecycleCriterion {
  id: string;
  name: string;
  rule: Rule;
}

export interface LifecycleObjective {
  id: string;
  name: string;
  target: number;
  unit: string;
  rule: Rule;
}

export const DAILY_USE_WEEKS = 4;

const happened = (event: string, times = 1): Rule => ({ kind: "event", event, where: [], count: "at_least", times });
const atLeast = (trait: string, value: number): Rule => ({
  kind: "trait",
  of: "subject",
  trait,
  op: "at_least",
  value,
});

/** What each stage must show before the next may begin, and what it aims for. Traits such as `active_users`
 * are computed from the account's days of use; see lib/health/derived-traits.ts. */
export const lifecycleStages: Readonly<
  Record<StageId, { criteria: readonly LifecycleCriterion[]; objectives: readonly LifecycleObjective[] }>
> = {
  onboarding: {
    criteria: [
      { id: "go_live", name: "Live in production", rule: happened("go_live") },
      { id: "adopted", name: "Five people active in 28 days", rule: atLeast("active_users", 5) },
    ],
    objectives: [
      {
        id: "implementation",
        name: "Implementation milestones complete",
        target: 3,
        unit: "milestones",
        rule: happened("milestone_complete", 3),
      },
      {
        id: "first_value",
        name: "First workflow complete",
        target: 1,
        unit: "workflows",
        rule: happened("workflow_completed", 1),
      },
      {
        id: "training",
        name: "Key users trained",
        target: 1,
        unit: "sessions",
        rule: happened("training_completed", 1),
      },
    ],
  },
  adoption: {
    criteria: [
      { id: "features", name: "Three features activated", rule: atLeast("features_activated", 3) },
      { id: "daily_use", name: "Daily use established", rule: atLeast("daily_use_weeks", DAILY_USE_WEEKS) },
    ],
    objectives: [
      {
        id: "feature_use",
        name: "Features activated",
        target: 3,
        unit: "features",
        rule: atLeast("features_activated", 3),
      },
      {
        id: "habit",
        name: "Weeks in a row with use on 4 of 5 working days",
        target: DAILY_USE_WEEKS,
        unit: "weeks",
        rule: atLeast("daily_use_weeks", DAILY_USE_WEEKS),
      },
      {
        id: "training",
        name: "Admin training held",
        target: 1,
        unit: "sessions",
        rule: happened("training_completed"),
      },
      { id: "seats", name: "Seats in use", target: 50, unit: "%", rule: atLeast("seat_use", 50) },
    ],
  },
  growth: {
    criteria: [
      { id: "use_cases", name: "Two use cases running", rule: atLeast("use_cases", 2) },
      { id: "deeper_use", name: "60% of seats in use", rule: atLeast("seat_use", 60) },
    ],
    objectives: [
      { id: "expansion", name: "People added in 90 days", target: 3, unit: "people", rule: atLeast("team_growth", 3) },
      { id: "breadth", name: "Use cases running", target: 2, unit: "use cases", rule: atLeast("use_cases", 2) },
      { id: "depth", name: "Seats in use", target: 60, unit: "%", rule: atLeast("seat_use", 60) },
    ],
  },
  maturity: {
    criteria: [{ id: "reference", name: "Reference customer", rule: happened("reference_given") }],
    objectives: [
      { id: "optimisation", name: "Seats in use", target: 80, unit: "%", rule: atLeast("seat_use", 80) },
      { id: "promoter", name: "Net promoter score", target: 30, unit: "", rule: atLeast("nps", 30) },
      { id: "advocacy", name: "References given", target: 1, unit: "references", rule: happened("reference_given") },
    ],
  },
};

/** The trait that lists criteria a person of the team marked met or waived, so that rules can see them. */
export const CRITERIA_MARKED = "criteria_marked";
export const markOf = (stage: string, criterionId: string): string => `${stage}.${criterionId}`;

/** The criterion holds by itself, or because somebody marked it. */
export function markable(stage: StageId, criterion: LifecycleCriterion): Rule {
  const marked: Rule = {
    kind: "trait",
    of: "subject",
    trait: CRITERIA_MARKED,
    op: "contains",
    value: markOf(stage, criterion.id),
  };
  return { kind: "any", rules: [criterion.rule, marked] };
}

/** Every criterion of the stage holds. */
export function readyToLeave(stage: StageId): Rule {
  return { kind: "all", rules: lifecycleStages[stage].criteria.map((criterion) => markable(stage, criterion)) };
}
