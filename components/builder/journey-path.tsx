"use client";
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { useBuilder, useBuilderStore } from "./builder-context";
import type { BuilderState } from "./builder-store";
import type { PlacedPath } from "./layout";
import { portName } from "./port-name";
import { chipSpot, cornersOf, middleOf, roundedLine } from "./route";

/** The line between two steps, with the name of the way and, on hover or focus, a `+`. */
export const JourneyPath = memo(function JourneyPath({ id }: EdgeProps) {
  const path = useBuilder((state) => state.placed.paths.get(id));
  return path ? <Drawn path={path} /> : null;
});

const at = (x: number, y: number): string => `translate(-50%, -50%) translate(${x}px, ${y}px)`;

function Drawn({ path }: { path: PlacedPath }) {
  const store = useBuilderStore();
  const [near, setNear] = useState(false);
  const selected = useBuilder((state) => state.selection.type === "path" && state.selection.key === path.key);
  const isLive = useBuilder((state) => state.mode === "live");
  const flow = useBuilder((state) => state.live?.paths[`${path.from}:${path.port}:${path.to}`]);
  const ridership = useBuilder((state) => (flow ? Math.min(1, flow.count / Math.max(1, entered(state))) : 0));
  const name = useBuilder((state) => portName(state.stepsById.get(path.from), path.port));
  const between = useBuilder(
    (state) => `${state.stepsById.get(path.from)?.name ?? ""} and ${state.stepsById.get(path.to)?.name ?? ""}`,
  );
  const corners = cornersOf(path);
  const middle = middleOf(corners);
  const chip = chipSpot(path);
  const width = isLive ? (flow ? 1.5 + 8.5 * Math.sqrt(ridership) : 1.5) : selected ? 2.5 : 1.75;
  const plusAt =
    path.isSplit && Math.abs(middle.y - chip.y) < 26 && !path.isBack ? { x: middle.x, y: chip.y + 24 } : middle;
  return (
    <>
      <g onPointerEnter={() => setNear(true)} onPointerLeave={() => setNear(false)}>
        <BaseEdge
          path={roundedLine(corners)}
          interactionWidth={20}
          style={{
            stroke: selected ? "var(--accent)" : near && !isLive ? "var(--text-3)" : "var(--border-strong)",
            strokeWidth: width,
            ...(path.isBack ? { strokeDasharray: "6 4" } : {}),
            ...(isLive && !flow ? { strokeDasharray: "2 3" } : {}),
          }}
          {...(path.isMerge && !isLive ? { markerEnd: "url(#into-merge)" } : {})}
        />
      </g>
      <EdgeLabelRenderer>
        {(path.isSplit || path.isBack || isLive) && (
          <button
            type="button"
            tabIndex={-1}
            className={join(
              "nodrag nopan pointer-events-auto absolute flex h-[22px] max-w-[168px] items-center gap-1 truncate rounded-field border bg-raised px-1.5 text-chip text-ink-2",
              selected ? "border-accent" : "border-line hover:border-line-strong",
            )}
            style={{ transform: at(chip.x, chip.y) }}
            onClick={() => store.getState().select({ type: "path", key: path.key })}
          >
            {isLive && flow && <span className="font-semibold text-ink">{Math.round(flow.share * 100)}%</span>}
            {(path.isSplit || path.isBack) && <span className="truncate">{name}</span>}
            {isLive && !flow && !path.isSplit && <span>0</span>}
          </button>
        )}
        {!isLive && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Add a step between ${between}`}
            className={join(
              "nodrag nopan pointer-events-auto absolute grid size-6 place-items-center rounded-full border border-line-strong bg-raised text-ink-2 transition-opacity duration-120 hover:border-accent hover:text-accent-text focus-visible:opacity-100",
              near || selected ? "opacity-100" : "opacity-0",
            )}
            style={{ transform: at(plusAt.x, plusAt.y) }}
            onPointerEnter={() => setNear(true)}
            onPointerLeave={() => setNear(false)}
            onClick={(event) => openPicker(event.currentTarget, store, path)}
          >
            <Icon name="add" size={14} />
          </button>
        )}
      </EdgeLabelRenderer>
    </>
  );
}

/** How many came in at all: the width of a path is its share of them. */
function entered({ live, draft }: BuilderState): number {
  const entry = draft.document.steps.find((step) => step.kind === "entry");
  const first = entry && live?.steps[entry.id];
  return first ? Math.max(first.in, first.out) : 0;
}

function openPicker(
  anchor: HTMLElement,
  store: ReturnType<typeof useBuilderStore>,
  place: { from: string; port: string },
): void {
  const box = anchor.getBoundingClientRect();
  store.getState().set({
    picker: {
      target: { type: "place", place: { from: place.from, port: place.port } },
      x: box.left + box.width / 2,
      y: box.bottom,
    },
  });
}
