import { type ComponentId, components, type Signal, type SignalInput, signals } from "@/lib/health/signals";

export type HealthBand = "healthy" | "watch" | "risk" | "unknown";
export const HEALTHY_FROM = 70;
/** Below this, automated touchpoints need a person's review (RULES S14). */
export const RISK_BELOW = 40;

export interface SignalReading {
  id: string;
  name: string;
  unit: string;
  value: number | null;
  score: number | null;
}

export interface HealthComponent {
  id: ComponentId;
  name: string;
  /** Percent of the whole. */
  weight: number;
  /** 0…100; null when no signal is known. */
  score: number | null;
  /** Share of the component's signals that are known, 0…1. */
  coverage: number;
  signals: SignalReading[];
}

export interface Health {
  score: number | null;
  coverage: number;
  components: HealthComponent[];
}

/** Straight lines between the points of a scale, flat beyond its ends. Points ascend by value. */
export function scoreOnScale(value: number, scale: Signal["scale"]): number {
  const [first] = scale;
  if (!first) return 0;
  let [fromValue, fromScore] = first;
  if (value <= fromValue) return fromScore;
  for (const [toValue, toScore] of scale) {
    if (value <= toValue) return fromScore + ((toScore - fromScore) * (value - fromValue)) / (toValue - fromValue || 1);
    [fromValue, fromScore] = [toValue, toScore];
  }
  return fromScore;
}

/** Engagement 30, Adoption 25, Satisfaction 25, Growth 20 unless `weights` say otherwise. A component is the mean of its
 * known signals; health is the weighted mean of known components. What is missing lowers coverage, never the score. */
export function computeHealth(input: SignalInput, weights?: Readonly<Record<ComponentId, number>>): Health {
  const parts = components.map((component) =>
    readComponent(input, { ...component, weight: weights?.[component.id] ?? component.weight }),
  );
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  const known = parts.filter((part) => part.score !== null);
  const knownWeight = known.reduce((sum, part) => sum + part.weight, 0);
  return {
    score:
      knownWeight === 0 ? null : known.reduce((sum, part) => sum + part.weight * (part.score ?? 0), 0) / knownWeight,
    coverage: whole === 0 ? 0 : parts.reduce((sum, part) => sum + part.weight * part.coverage, 0) / whole,
    components: parts,
  };
}

function readComponent(
  input: SignalInput,
  component: { id: ComponentId; name: string; weight: number },
): HealthComponent {
  const readings = signals
    .filter((signal) => signal.component === component.id)
    .map((signal) => readSignal(signal, input));
  const scores = readings.flatMap((reading) => (reading.score === null ? [] : [reading.score]));
  return {
    ...component,
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    coverage: readings.length === 0 ? 0 : scores.length / readings.length,
    signals: readings,
  };
}

function readSignal(signal: Signal, input: SignalInput): SignalReading {
  const value = signal.read(input);
  return {
    id: signal.id,
    name: signal.name,
    unit: signal.unit,
    value,
    score: value === null ? null : scoreOnScale(value, signal.scale),
  };
}

export function healthBand(score: number | null): HealthBand {
  if (score === null) return "unknown";
  return score >= HEALTHY_FROM ? "healthy" : score >= RISK_BELOW ? "watch" : "risk";
}

/** The signal whose score moved most between two readings, and by how much; null when none moved by a point. */
export function whatMoved(
  now: readonly SignalReading[],
  before: Readonly<Record<string, number | null>>,
): { name: string; change: number } | null {
  let most: { name: string; change: number } | null = null;
  for (const reading of now) {
    const was = before[reading.id];
    if (reading.score === null || was === null || was === undefined) continue;
    const change = reading.score - was;
    if (Math.abs(change) >= 1 && Math.abs(change) > Math.abs(most?.change ?? 0)) most = { name: reading.name, change };
  }
  return most;
}
