"use client";
import { ViewportPortal } from "@xyflow/react";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { placeOf } from "@/lib/journey/edit/path-key";
import { useBuilder, useBuilderStore } from "./builder-context";
import type { BuilderStore, Carried } from "./builder-store";
import { CARD_HEIGHT, CARD_WIDTH, type Point } from "./layout";
import { cornersOf, middleOf } from "./route";
import { drop, fits } from "./step-acts";

/** Every place the carried thing may go to, with its middle on the canvas. */
export function targetsFor(store: BuilderStore, what: Carried): { key: string; at: Point }[] {
  const { placed } = store.getState();
  const all = [
    ...[...placed.paths.values()].map((path) => ({ key: path.key, at: middleOf(cornersOf(path)) })),
    ...placed.openEnds.map((end) => ({ key: end.key, at: { x: end.laneX, y: end.y } })),
  ];
  return all.filter((target) => fits(store, what, placeOf(target.key)));
}

/** While something is carried, legal places light up; the near one grows to a card. */
export function DropTargets() {
  const store = useBuilderStore();
  const what = useBuilder((state) => state.carry?.what);
  const near = useBuilder((state) => state.carry?.near ?? null);
  useBuilder((state) => state.placed);
  if (!what) return null;
  return (
    <ViewportPortal>
      {targetsFor(store, what).map(({ key, at }) => {
        const isNear = key === near;
        return (
          <button
            key={key}
            type="button"
            data-target={key}
            aria-label={`Place it here: after ${store.getState().stepsById.get(placeOf(key).from)?.name ?? ""}`}
            className={join(
              "nodrag nopan pointer-events-auto absolute z-10 grid place-items-center border-2 border-accent text-accent-text transition-[width,height,border-radius] duration-120 hover:bg-accent-soft",
              isNear ? "rounded-card border-dashed bg-accent-soft/80" : "rounded-full bg-raised",
            )}
            style={{
              width: isNear ? CARD_WIDTH : 24,
              height: isNear ? CARD_HEIGHT : 24,
              transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)`,
            }}
            onClick={() => drop(store, placeOf(key))}
          >
            <Icon name="add" size={14} />
          </button>
        );
      })}
    </ViewportPortal>
  );
}
