import { sparklinePath } from "./sparkline-path";

interface SparklineProps {
  values: readonly (number | null)[];
  target?: number | null;
  /** The finding in one sentence; read out in place of the picture. */
  label: string;
  width?: number;
  height?: number;
}

/** Actual solid, target an ink line. Drawn on the server. */
export function Sparkline({ values, target = null, label, width = 96, height = 28 }: SparklineProps) {
  const { line, targetY, last } = sparklinePath(values, target, { width, height, pad: 3 });
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="shrink-0"
    >
      {targetY !== null && <path d={`M0 ${targetY}H${width}`} stroke="var(--text)" strokeWidth={1.25} opacity={0.55} />}
      <path
        d={line}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last && <circle cx={last.x} cy={last.y} r={2.25} fill="var(--chart-1)" />}
    </svg>
  );
}
