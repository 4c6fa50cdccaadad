import { MetricStrip } from "@/components/ui/metric-strip";
import { MetricTile } from "@/components/ui/metric-tile";
import type { Metric } from "@/lib/metrics/five-metrics";

/** The five metrics, each with its target, how far off it is, and from how many cases. */
export function MetricTiles({ metrics }: { metrics: readonly Metric[] }) {
  return (
    <MetricStrip label="Lifecycle metrics">
      {metrics.map((metric) => (
        <MetricTile
          key={metric.id}
          label={<span title={metric.formula}>{metric.name}</span>}
          value={metric.value === null ? null : `${Math.round(metric.value)}${metric.unit === "%" ? "%" : " d"}`}
          delta={<span>{words(metric)}</span>}
          {...(metric.isOnTarget === false ? { state: { tone: "warn" as const, word: "Off target" } } : {})}
        />
      ))}
    </MetricStrip>
  );
}

function words(metric: Metric): string {
  const unit = metric.unit === "%" ? "%" : " d";
  const target = `Target ${metric.better} ${metric.target}${unit}`;
  if (metric.value === null) return `${target}; ${metric.n} ${metric.n === 1 ? "case" : "cases"}, too few`;
  const off = Math.abs(Math.round(metric.value - metric.target));
  const side = metric.value >= metric.target ? "above" : "below";
  const difference =
    off === 0 ? "at the target" : `${off} ${metric.unit === "%" ? "pp" : "d"} ${side} target ${metric.target}${unit}`;
  return `${difference.charAt(0).toUpperCase()}${difference.slice(1)}, from ${metric.n.toLocaleString("en")}${metric.note ? `; ${metric.note}` : ""}`;
}
