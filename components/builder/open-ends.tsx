"use client";
import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import { Icon } from "@/components/ui/icon";
import { useBuilder, useBuilderStore } from "./builder-context";
import type { OpenEnd } from "./layout";
import { portName } from "./port-name";
import { roundedLine } from "./route";

/** Ways that lead nowhere yet: a short stub with its name and a `+` that is always there. */
export const OpenEnds = memo(function OpenEnds() {
  const ends = useBuilder((state) => state.placed.openEnds);
  const isLive = useBuilder((state) => state.mode === "live");
  if (ends.length === 0 || isLive) return null;
  return (
    <ViewportPortal>
      {ends.map((end) => (
        <Stub key={end.key} end={end} />
      ))}
    </ViewportPortal>
  );
});

function Stub({ end }: { end: OpenEnd }) {
  const store = useBuilderStore();
  const step = useBuilder((state) => state.stepsById.get(end.from));
  const name = portName(step, end.port);
  const corners =
    end.laneX === end.start.x
      ? [end.start, { x: end.start.x, y: end.y - 12 }]
      : [
          end.start,
          { x: end.start.x, y: end.start.y + 14 },
          { x: end.laneX, y: end.start.y + 14 },
          { x: end.laneX, y: end.y - 12 },
        ];
  return (
    <>
      <svg aria-hidden="true" className="pointer-events-none absolute overflow-visible" width="1" height="1">
        <path
          d={roundedLine(corners)}
          fill="none"
          stroke="var(--border-strong)"
          strokeWidth={1.75}
          strokeDasharray="2 4"
        />
      </svg>
      {end.port !== "next" && (
        <span
          className="absolute rounded-field border border-line bg-raised px-1.5 py-[2px] text-chip text-ink-2"
          style={{ transform: `translate(-50%, -50%) translate(${end.laneX}px, ${end.y - 28}px)` }}
        >
          {name}
        </span>
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Add a step after ${step?.name ?? "this step"}${end.port === "next" ? "" : `, ${name}`}`}
        className="nodrag nopan pointer-events-auto absolute grid size-6 place-items-center rounded-full border border-dashed border-line-strong bg-raised text-ink-2 hover:border-accent hover:text-accent-text"
        style={{ transform: `translate(-50%, -50%) translate(${end.laneX}px, ${end.y}px)` }}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          store.getState().set({
            picker: {
              target: { type: "place", place: { from: end.from, port: end.port } },
              x: box.left + 12,
              y: box.bottom,
            },
          });
        }}
      >
        <Icon name="add" size={14} />
      </button>
    </>
  );
}
