import { healthColour, healthWord, type HealthBand } from "@/components/ui/health-colour";

/** A short bar, the value and the word: colour never stands alone. */
export function HealthCell({ score, band }: { score: number | null; band: HealthBand }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span className="h-1.5 w-14 overflow-hidden rounded-full bg-sunken max-md:hidden">
        {score !== null && (
          <span className="block h-full rounded-full" style={{ width: `${score}%`, background: healthColour(band) }} />
        )}
      </span>
      <span className="w-6 text-right font-semibold">{score === null ? "–" : Math.round(score)}</span>
      <span className="text-small text-ink-2">{healthWord[band]}</span>
    </span>
  );
}
