import { healthColour, type HealthBand } from "@/components/ui/health-colour";

export interface HealthBar {
  id: string;
  name: string;
  /** 0…100; null when nothing is known. */
  score: number | null;
  band: HealthBand;
  /** Already worded: "+6", "−18", "0"; null when there is nothing to compare with. */
  change: string | null;
  note: string;
}

/** One bar per part with a tick at the threshold. What is missing is hatched, not zero. */
export function HealthBars({ bars, threshold }: { bars: readonly HealthBar[]; threshold: number }) {
  return (
    <ul>
      {bars.map((bar) => (
        <li
          key={bar.id}
          title={bar.note}
          className="grid h-9 grid-cols-[minmax(86px,auto)_1fr_36px_36px] items-center gap-3 border-b border-line last:border-0"
        >
          <span className="truncate">{bar.name}</span>
          <span className="relative h-1.5 rounded-full bg-sunken" style={bar.score === null ? hatch : undefined}>
            {bar.score !== null && (
              <span
                className="absolute inset-y-0 left-0 rounded-full"
                style={{ width: `${bar.score}%`, background: healthColour(bar.band) }}
              />
            )}
            <span className="absolute -inset-y-1 w-0.5 bg-ink" style={{ left: `${threshold}%` }} />
          </span>
          <span className="text-right font-semibold">{bar.score === null ? "–" : Math.round(bar.score)}</span>
          <span className="text-right text-ink-2">{bar.change ?? ""}</span>
        </li>
      ))}
    </ul>
  );
}

const hatch = {
  background: "repeating-linear-gradient(45deg, var(--border-strong) 0 1px, transparent 1px 5px)",
} as const;
