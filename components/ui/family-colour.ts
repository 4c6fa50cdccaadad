export const stepFamilies = ["entry", "reach", "people", "time", "decide", "goal", "data", "exit"] as const;
export type StepFamily = (typeof stepFamilies)[number];

/** The colour of a step family's tile, as a CSS value that follows the theme. */
export function familyColour(family: StepFamily): string {
  return `var(--node-${family})`;
}
