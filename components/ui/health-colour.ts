import type { Tone } from "./tag";

export type HealthBand = "healthy" | "watch" | "risk" | "unknown";

/** The colour of a health bar; a word and the value always stand beside it. */
export function healthColour(band: HealthBand): string {
  return `var(--health-${band})`;
}

export const healthWord = {
  healthy: "healthy",
  watch: "watch",
  risk: "at risk",
  unknown: "not known",
} as const satisfies Record<HealthBand, string>;

export const healthTone = {
  healthy: "ok",
  watch: "warn",
  risk: "bad",
  unknown: "neutral",
} as const satisfies Record<HealthBand, Tone>;
