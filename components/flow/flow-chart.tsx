"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { stageColour } from "@/components/ui/stage-colour";
import type { Sankey, SankeyItem } from "@/lib/metrics/sankey";
import { type FlowItem, ITEM_PX, layOutFlow } from "./lay-out-flow";
import { traceWalks } from "./trace-walks";

interface FlowChartProps {
  flow: Sankey;
  /** State id → stage, for colours. */
  stageOf: Readonly<Record<string, string>>;
  /** "accounts" or "people". */
  subjects: string;
  showSmall: boolean;
}

const count = (value: number) => value.toLocaleString("en");
const share = (part: number, whole: number) => (whole === 0 ? "0%" : `${Math.round((100 * part) / whole)}%`);
/** States without a stage take the chart series in turn. */
const seriesColour = (place: number) => `var(--chart-${(place % 7) + 1})`;

function endings(item: SankeyItem): string {
  return [
    item.waiting && `${count(item.waiting)} here now`,
    item.completed && `${count(item.completed)} ended here`,
    item.dropped && `${count(item.dropped)} lost`,
    item.beyond && `${count(item.beyond)} went on`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The flow of a journey as ribbons. Hover or focus traces who passes; Enter or click pins, a second pin narrows to both, R begins there, Esc clears. */
export function FlowChart({ flow, stageOf, subjects, showSmall }: FlowChartProps) {
  const layout = useMemo(() => layOutFlow(flow, showSmall), [flow, showSmall]);
  const [pinned, setPinned] = useState<string[]>([]);
  const [over, setOver] = useState<string | null>(null);
  const [current, setCurrent] = useState(flow.items[0]?.id ?? "");
  const refs = useRef(new Map<string, SVGGElement>());
  const fade = useId();
  const router = useRouter();
  const through = over && !pinned.includes(over) ? [...pinned, over] : pinned;
  const traced = through.join("\n");
  const trace = useMemo(() => (traced === "" ? null : traceWalks(flow, traced.split("\n"))), [flow, traced]);
  const states = [...new Set(flow.items.flatMap((item) => (item.state ? [item.state] : [])))];
  const colourOf = (item: SankeyItem) =>
    item.state === null
      ? "var(--chart-8)"
      : stageOf[item.state]
        ? stageColour(stageOf[item.state] ?? "")
        : seriesColour(states.indexOf(item.state));
  const toggle = (id: string) =>
    setPinned((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2)));

  const onKey = (event: KeyboardEvent, item: FlowItem) => {
    const column = flow.columns[item.column]?.items ?? [];
    const at = column.findIndex((one) => one.id === item.id);
    const beside = (step: number) => {
      const next = flow.columns[item.column + step]?.items ?? [];
      return next[Math.min(at, next.length - 1)]?.id;
    };
    const target = {
      ArrowUp: column[at - 1]?.id,
      ArrowDown: column[at + 1]?.id,
      ArrowLeft: beside(-1),
      ArrowRight: beside(1),
    }[event.key];
    if (event.key === "Enter" || event.key === " ") toggle(item.id);
    else if (event.key === "Escape") setPinned([]);
    else if (event.key.toLowerCase() === "r" && item.stepId && !event.metaKey && !event.ctrlKey)
      router.push(`?from=${encodeURIComponent(item.stepId)}`);
    else if (target === undefined) return;
    event.preventDefault();
    if (target === undefined) return;
    setCurrent(target);
    refs.current.get(target)?.focus();
  };

  const root = pinned.length === 1 ? flow.items.find((item) => item.id === pinned[0]) : undefined;
  const names = through.map((id) => flow.items.find((item) => item.id === id)?.name).join(" and ");
  return (
    <div>
      <p aria-live="polite" className="min-h-6 text-ink-2">
        {trace
          ? `${names}: ${count(trace.count)} ${subjects}, ${share(trace.count, flow.starters)} of starters`
          : `${count(flow.starters)} ${subjects} started. Point at a step to see where they came from and went.`}
        {root?.stepId && (
          <Link className="ml-3 text-accent-text hover:underline" href={`?from=${encodeURIComponent(root.stepId)}`}>
            Begin at {root.name}
          </Link>
        )}
      </p>
      <div className="overflow-x-auto pt-2">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing */}
        <svg
          width={layout.width}
          height={layout.height}
          role="group"
          aria-label={`Flow of ${count(flow.starters)} ${subjects} in ${flow.columns.length} columns. Use the arrow keys.`}
        >
          <defs>
            <linearGradient id={fade}>
              <stop offset="0" stopColor="var(--chart-8)" stopOpacity="0.5" />
              <stop offset="1" stopColor="var(--chart-8)" stopOpacity="0" />
            </linearGradient>
          </defs>
          {layout.links.map((link) => {
            const target = layout.items.find((item) => item.id === link.to);
            const passing = trace ? (trace.links.get(`${link.from} ${link.to}`) ?? 0) : link.count;
            const colour = target ? colourOf(target) : "var(--chart-8)";
            return (
              <g key={`${link.from} ${link.to}`}>
                <path d={link.path} fill="none" stroke={colour} strokeWidth={link.width} opacity={trace ? 0.1 : 0.35} />
                {trace && passing > 0 && (
                  <path
                    d={link.path}
                    fill="none"
                    stroke={colour}
                    strokeWidth={Math.max(1, (link.width * passing) / link.count)}
                    opacity={0.6}
                  />
                )}
              </g>
            );
          })}
          {layout.items.map((item) => {
            const dim = trace !== null && (trace.items.get(item.id) ?? 0) === 0;
            const isLast = item.column === flow.columns.length - 1;
            const lostHeight = (item.height * item.dropped) / Math.max(1, item.count);
            return (
              // biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no button element
              <g
                key={item.id}
                ref={(element) => {
                  if (element) refs.current.set(item.id, element);
                  else refs.current.delete(item.id);
                }}
                role="button"
                aria-pressed={pinned.includes(item.id)}
                aria-label={`${item.name}, column ${item.column + 1}: ${count(item.count)} ${subjects}, ${share(item.count, flow.starters)} of starters. ${endings(item)}`}
                tabIndex={item.id === current ? 0 : -1}
                opacity={dim ? 0.2 : 1}
                className="cursor-pointer focus-visible:outline-2 focus-visible:outline-focus"
                onMouseEnter={() => setOver(item.id)}
                onMouseLeave={() => setOver(null)}
                onFocus={() => {
                  setOver(item.id);
                  setCurrent(item.id);
                }}
                onBlur={() => setOver(null)}
                onClick={() => toggle(item.id)}
                onKeyDown={(event) => onKey(event, item)}
              >
                {item.dropped > 0 && (
                  <rect
                    x={item.x + ITEM_PX}
                    y={item.y + item.height - lostHeight}
                    width={44}
                    height={Math.max(2, lostHeight)}
                    fill={`url(#${fade})`}
                  />
                )}
                <rect
                  x={item.x}
                  y={item.y}
                  width={ITEM_PX}
                  height={item.height}
                  rx={2}
                  fill={colourOf(item)}
                  stroke={pinned.includes(item.id) ? "var(--text)" : "none"}
                  strokeWidth={2}
                />
                {(item.height >= 12 || over === item.id) && (
                  <text
                    x={item.x + ITEM_PX + 6}
                    y={item.y + item.height / 2}
                    dominantBaseline="middle"
                    className="fill-ink text-small"
                    stroke="var(--bg)"
                    strokeWidth={3}
                    paintOrder="stroke"
                  >
                    <tspan>{item.name.length > 22 && !isLast ? `${item.name.slice(0, 21)}…` : item.name}</tspan>
                    <tspan dx={5} fill="var(--text-2)">
                      {count(trace ? (trace.items.get(item.id) ?? 0) : item.count)}
                    </tspan>
                    {item.dropped > 0 && (
                      <tspan dx={5} fill="var(--text-3)">
                        −{count(item.dropped)}
                      </tspan>
                    )}
                  </text>
                )}
                <title>{`${item.name}: ${count(item.count)}. ${endings(item)}`}</title>
              </g>
            );
          })}
        </svg>
      </div>
    </div>
  );
}
