/** Share of touchpoints with a response that scores 100 (the seed's target for touchpoint engagement). */
export const ENGAGEMENT_TARGET = 0.4;
export const TOUCHPOINTS_COUNTED = 10;
export const POINTS_PER_RISK = 20;

export type FactorId = "speed" | "engagement" | "milestones" | "risk";

export interface JourneyHealthInput {
  /** Planned days of the current stage; null where it has no end. */
  expectedDays: number | null;
  daysInStage: number;
  /** Days the whole stay is forecast to take; null when history is too short. */
  forecastDays: number | null;
  /** Newest first; only the last ten count. */
  touchpoints: readonly { responded: boolean }[];
  milestones: { met: number; due: number };
  openRisks: number;
}

export interface Factor {
  id: FactorId;
  name: string;
  score: number | null;
  note: string;
}

export interface JourneyHealth {
  score: number | null;
  /** Share of the four factors that are known. */
  coverage: number;
  factors: Factor[];
}

/** Mean of four factors of the current stage (RULES S14): speed 100 × min(1, expected / actual-or-forecast days);
 * engagement, share of the last 10 touchpoints with a response scaled to 40%; milestones met / due;
 * risk 100 − 20 per open risk or escalation. A factor without data is left out and lowers coverage. */
export function computeJourneyHealth(input: JourneyHealthInput): JourneyHealth {
  const factors = [speed(input), engagement(input), milestones(input), risk(input)];
  const known = factors.flatMap((factor) => (factor.score === null ? [] : [factor.score]));
  return {
    score: known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length,
    coverage: known.length / factors.length,
    factors,
  };
}

function speed({ expectedDays, daysInStage, forecastDays }: JourneyHealthInput): Factor {
  const base = { id: "speed" as const, name: "Progression Speed" };
  if (expectedDays === null) return { ...base, score: null, note: "No planned length for this stage" };
  const days = Math.max(daysInStage, forecastDays ?? 0, 1);
  const source = forecastDays !== null && forecastDays > daysInStage ? "forecast" : "so far";
  return {
    ...base,
    score: 100 * Math.min(1, expectedDays / days),
    note: `${Math.round(days)} d ${source}, plan ${expectedDays} d`,
  };
}

function engagement({ touchpoints }: JourneyHealthInput): Factor {
  const base = { id: "engagement" as const, name: "Engagement" };
  const last = touchpoints.slice(0, TOUCHPOINTS_COUNTED);
  if (last.length === 0) return { ...base, score: null, note: "No touchpoints yet" };
  const responded = last.filter((one) => one.responded).length;
  return {
    ...base,
    score: Math.min(100, (100 * responded) / last.length / ENGAGEMENT_TARGET),
    note: `${responded} of the last ${last.length} touchpoints answered`,
  };
}

function milestones({ milestones: { met, due } }: JourneyHealthInput): Factor {
  const base = { id: "milestones" as const, name: "Milestone Completion" };
  if (due === 0) return { ...base, score: null, note: "None due yet" };
  return { ...base, score: (100 * met) / due, note: `${met} of ${due} due` };
}

function risk({ openRisks }: JourneyHealthInput): Factor {
  return {
    id: "risk",
    name: "Risk Indicators",
    score: Math.max(0, 100 - POINTS_PER_RISK * openRisks),
    note: openRisks === 0 ? "None open" : `${openRisks} open`,
  };
}
