import type { DriftPoint } from "@/lib/metrics/drift-forecast";

interface FanChartProps {
  /** Past values, oldest first. */
  values: readonly number[];
  ahead: readonly DriftPoint[] | null;
  target: { value: number; label: string } | null;
  summary: string;
}

const WIDTH = 900;
const HEIGHT = 190;
const PAD = { left: 8, right: 84, top: 18, bottom: 20 };

/** Actual solid, forecast dashed in its 80% range, target an ink line with its label at the end. Drawn on the server. */
export function FanChart({ values, ahead, target, summary }: FanChartProps) {
  const count = values.length + (ahead?.length ?? 0);
  const most = Math.max(1, target?.value ?? 0, ...values, ...(ahead ?? []).map((point) => point.high)) * 1.08;
  const x = (place: number) => PAD.left + ((WIDTH - PAD.left - PAD.right) * place) / Math.max(1, count - 1);
  const y = (value: number) => HEIGHT - PAD.bottom - ((HEIGHT - PAD.top - PAD.bottom) * value) / most;
  const line = (points: readonly (readonly [number, number])[]) =>
    points.map(([px, py], place) => `${place === 0 ? "M" : "L"}${px.toFixed(1)} ${py.toFixed(1)}`).join("");
  const last = values.length - 1;
  const lastValue = values[last] ?? 0;
  const future = (read: (point: DriftPoint) => number) => [
    [x(last), y(lastValue)] as const,
    ...(ahead ?? []).map((point, place) => [x(last + place + 1), y(read(point))] as const),
  ];
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full"
      style={{ font: "11.5px var(--font-sans)" }}
    >
      <path d={`M${PAD.left} ${HEIGHT - PAD.bottom}H${WIDTH - PAD.right}`} stroke="var(--border-strong)" />
      {ahead && (
        <>
          <path
            d={`${line(future((point) => point.high))}${line([...future((point) => point.low)].reverse()).replace("M", "L")}Z`}
            fill="var(--chart-1)"
            opacity={0.16}
          />
          <path
            d={line(future((point) => point.value))}
            fill="none"
            stroke="var(--chart-1)"
            strokeWidth={2}
            strokeDasharray="5 4"
          />
          <text x={x(last + Math.ceil(ahead.length / 2))} y={PAD.top - 6} textAnchor="middle" fill="var(--text-2)">
            80% range, if it goes on as so far
          </text>
        </>
      )}
      <path
        d={line(values.map((value, place) => [x(place), y(value)] as const))}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth={2.25}
        strokeLinejoin="round"
      />
      {target && (
        <>
          <path d={`M${PAD.left} ${y(target.value)}H${WIDTH - PAD.right}`} stroke="var(--text)" strokeWidth={1.25} />
          <text x={WIDTH - PAD.right + 6} y={y(target.value) + 4} fill="var(--text)" fontWeight={600}>
            {target.label}
          </text>
        </>
      )}
      <text x={PAD.left} y={HEIGHT - 5} fill="var(--text-3)">
        {values.length} weeks ago
      </text>
      <text x={x(last)} y={HEIGHT - 5} textAnchor="middle" fill="var(--text-3)">
        today
      </text>
      {ahead && (
        <text x={x(count - 1)} y={HEIGHT - 5} textAnchor="end" fill="var(--text-3)">
          in {ahead.length} weeks
        </text>
      )}
    </svg>
  );
}
