import type { ReactNode } from "react";
import { Tag, type Tone } from "./tag";

interface MetricTileProps {
  label: ReactNode;
  /** Already formatted, with its unit. Null says "no data yet". */
  value: string | null;
  /** In words: "2.1 pp below target". */
  delta?: ReactNode;
  /** Only when off target. */
  state?: { tone: Tone; word: string };
  sparkline?: ReactNode;
}

export function MetricTile({ label, value, delta, state, sparkline }: MetricTileProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-0.5 px-4 py-3">
      <dt className="text-small text-ink-2">{label}</dt>
      <dd className="flex items-end justify-between gap-3">
        <span className={value === null ? "text-section text-ink-3" : "text-metric"}>{value ?? "No data yet"}</span>
        {sparkline}
      </dd>
      {(delta || state) && (
        <dd className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-small text-ink-2">
          {delta}
          {state && <Tag tone={state.tone}>{state.word}</Tag>}
        </dd>
      )}
    </div>
  );
}
