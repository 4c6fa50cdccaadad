"use client";
import { useReactFlow, useStore } from "@xyflow/react";
import { familyColour } from "@/components/ui/family-colour";
import { useBuilder } from "./builder-context";
import { viewOf } from "./kinds";
import { CARD_WIDTH } from "./layout";

const WIDTH = 132;
const HEIGHT = 92;
const SHOWN_FROM = 20;

/** All steps in small from 20 on; pressing goes there. The keys have the outline instead. */
export function Minimap() {
  const placed = useBuilder((state) => state.placed);
  const steps = useBuilder((state) => state.draft.document.steps);
  const flow = useReactFlow();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  if (steps.length < SHOWN_FROM) return null;
  const scale = Math.min((WIDTH - 12) / placed.width, (HEIGHT - 12) / placed.height);
  const [dx, dy] = [(WIDTH - placed.width * scale) / 2 - placed.left * scale, (HEIGHT - placed.height * scale) / 2];
  return (
    <svg
      aria-hidden="true"
      className="absolute right-4 bottom-4 z-10 overflow-hidden rounded-card border border-line bg-surface max-md:hidden"
      width={WIDTH}
      height={HEIGHT}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        void flow.setCenter((event.clientX - box.left - dx) / scale, (event.clientY - box.top - dy) / scale, {
          zoom,
          duration: 180,
        });
      }}
    >
      {steps.map((step) => {
        const at = placed.steps.get(step.id);
        return (
          at && (
            <rect
              key={step.id}
              x={at.x * scale + dx}
              y={at.y * scale + dy}
              width={Math.max(2, CARD_WIDTH * scale)}
              height={Math.max(1.5, placed.cardHeight * scale)}
              rx="1"
              style={{ fill: familyColour(viewOf(step.kind).family) }}
            />
          )
        );
      })}
      <rect
        x={(-x / zoom) * scale + dx}
        y={(-y / zoom) * scale + dy}
        width={(width / zoom) * scale}
        height={(height / zoom) * scale}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.5"
        rx="3"
      />
    </svg>
  );
}
