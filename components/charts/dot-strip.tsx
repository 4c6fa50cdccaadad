interface DotStripProps {
  /** Days in stage of the others. */
  others: readonly number[];
  own: number | null;
  /** Mean of the best quarter of those that left; null with too few. */
  top: number | null;
  summary: string;
}

const WIDTH = 330;
const HEIGHT = 74;
const PAD = 12;
const ROWS = 5;

/** Each account a dot along its days in the stage, this one larger; dots stack where they would meet. */
export function DotStrip({ others, own, top, summary }: DotStripProps) {
  const most = Math.max(1, own ?? 0, top ?? 0, ...others);
  const x = (days: number) => PAD + ((WIDTH - 2 * PAD) * days) / most;
  const rows = new Map<number, number>();
  const dots = [...others]
    .sort((a, b) => a - b)
    .map((days) => {
      const column = Math.round(x(days) / 7);
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      return { key: `${column} ${row}`, days, row: row % ROWS };
    });
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full max-w-[360px]"
      style={{ font: "11.5px var(--font-sans)" }}
    >
      {dots.map((dot) => (
        <circle key={dot.key} cx={x(dot.days)} cy={44 - dot.row * 7} r={2.6} fill="var(--text-3)" opacity={0.55} />
      ))}
      {top !== null && <path d={`M${x(top)} 8V50`} stroke="var(--text)" strokeWidth={1.25} />}
      {own !== null && (
        <circle cx={x(own)} cy={44} r={5} fill="var(--delta-below)" stroke="var(--bg)" strokeWidth={1.5} />
      )}
      <text x={PAD} y={68} fill="var(--text-2)">
        faster
      </text>
      <text x={WIDTH - PAD} y={68} textAnchor="end" fill="var(--text-2)">
        slower
      </text>
    </svg>
  );
}
