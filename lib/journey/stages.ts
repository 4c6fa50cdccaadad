export const stageIds = ["onboarding", "adoption", "growth", "maturity"] as const;
export type StageId = (typeof stageIds)[number];

export interface Stage {
  id: StageId;
  name: string;
  /** Day since contract start on which the plan expects the stage to begin. */
  startDay: number;
  /** Days the plan gives the stage; null where it has no end. */
  expectedDays: number | null;
  /** CSS custom property of its colour. */
  colour: string;
}

/** The base lifecycle, in order. Renewal and Advocacy stand beside it as overlays (RULES S2). */
export const stages: readonly Stage[] = [
  { id: "onboarding", name: "Onboarding", startDay: 0, expectedDays: 90, colour: "--stage-onboarding" },
  { id: "adoption", name: "Adoption", startDay: 90, expectedDays: 90, colour: "--stage-adoption" },
  { id: "growth", name: "Growth", startDay: 180, expectedDays: 185, colour: "--stage-growth" },
  { id: "maturity", name: "Maturity", startDay: 365, expectedDays: null, colour: "--stage-maturity" },
];

export const overlays = [
  { id: "renewal", name: "Renewal", colour: "--stage-renewal" },
  { id: "advocacy", name: "Advocacy", colour: "--stage-advocacy" },
] as const;

/** A stay longer than this many times the expected one counts as stuck (RULES S33). */
export const STUCK_FACTOR = 1.5;

export function stageOf(id: string | null): Stage | null {
  return stages.find((stage) => stage.id === id) ?? null;
}
