const tokens = {
  onboarding: "onboarding",
  adoption: "adoption",
  growth: "growth",
  maturity: "maturity",
  renewal: "renewal",
  advocacy: "advocacy",
  at_risk: "atrisk",
  churned: "churned",
} as const;

export type ColouredStage = keyof typeof tokens;

const isColoured = (stage: string): stage is ColouredStage => stage in tokens;

/** The colour of a lifecycle stage, as a CSS value that follows the theme; a stage without its own colour is grey. */
export function stageColour(stage: string): string {
  const key = stage.toLowerCase().replace(/[\s-]+/g, "_");
  return isColoured(key) ? `var(--stage-${tokens[key]})` : "var(--delta-flat)";
}

/**
 * The colour of a label inside a bar of that stage, or null where none is readable enough there
 * and the label stands beside the bar. Light and dark differ, so the value is a CSS `light-dark()`.
 */
export function stageInk(stage: string): string | null {
  const key = stage.toLowerCase().replace(/[\s-]+/g, "_");
  if (key === "churned" || key === "renewal" || !isColoured(key)) return null;
  return key === "advocacy" ? "light-dark(var(--text), var(--bg))" : "light-dark(white, var(--bg))";
}
