"use client";
import "@xyflow/react/dist/base.css";
import "./canvas.css";
import {
  Background,
  BackgroundVariant,
  type Edge,
  type Node,
  type NodeChange,
  Position,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  type Viewport,
} from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useBuilder, useBuilderStore } from "./builder-context";
import { DropTargets } from "./drop-targets";
import { focusStep } from "./focus-step";
import { JourneyPath } from "./journey-path";
import { CARD_WIDTH, type Placed } from "./layout";
import { OpenEnds } from "./open-ends";
import { portName } from "./port-name";
import { BandLabels, BandLines, EmptyBands } from "./state-bands";
import { StepCard } from "./step-card";
import { useCanvasKeys } from "./use-canvas-keys";
import { useCarry } from "./use-carry";
import { motionMs, useReveal } from "./use-reveal";

const nodeTypes = { step: StepCard };
const edgeTypes = { path: JourneyPath };
const CULL_FROM = 150;
const ANIMATE_MS = 220;
const none: readonly string[] = [];
const noRole = { "aria-roledescription": undefined };
/** What React Flow itself would say, in our words. */
const words = {
  "node.a11yDescription.default": "Enter opens the settings of a step.",
  "node.a11yDescription.keyboardDisabled": "Enter opens the settings of a step.",
  "node.a11yDescription.ariaLiveMessage": () => "Moved the step.",
  "edge.a11yDescription.default": "A path between two steps.",
};

/** The journey drawn: bands, paths, cards. One tab stop; arrows walk along the flow. */
export function Canvas() {
  const store = useBuilderStore();
  const placed = useBuilder((state) => state.placed);
  const selected = useBuilder((state) => (state.selection.type === "steps" ? state.selection.ids : none));
  const stepCount = useBuilder((state) => state.draft.document.steps.length);
  const problemCount = useBuilder((state) => state.problems.filter((problem) => problem.severity === "error").length);
  const isLive = useBuilder((state) => state.mode === "live");
  const isPlacing = useBuilder((state) => state.carry !== null);
  const nodes = useNodes(placed, selected);
  const edges = useEdges(placed);
  const box = useRef<HTMLElement>(null);
  const onKeyDown = useCanvasKeys();
  const carry = useCarry();
  const moving = useMoving();
  const reveal = useReveal();
  useSelectedInView();

  const onNodesChange = useCallback(
    (changes: NodeChange[]) => {
      const picks = changes.filter((change) => change.type === "select");
      if (picks.length === 0) return;
      const before = store.getState().selection;
      const ids = new Set(before.type === "steps" ? before.ids : []);
      for (const pick of picks) pick.selected ? ids.add(pick.id) : ids.delete(pick.id);
      store.getState().select(ids.size > 0 ? { type: "steps", ids: [...ids] } : { type: "none" });
    },
    [store],
  );

  return (
    <section
      ref={box}
      aria-label={`Journey canvas, ${stepCount} ${stepCount === 1 ? "step" : "steps"}, ${problemCount} ${problemCount === 1 ? "problem" : "problems"}`}
      className="builder-canvas relative h-full w-full"
      data-moving={moving || undefined}
      data-placing={isPlacing || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-step-id]") : null;
        const stepId = card?.dataset.stepId;
        if (
          stepId &&
          event.target instanceof HTMLElement &&
          !event.target.closest("a, input") &&
          store.getState().stepsById.get(stepId)?.kind !== "entry"
        )
          carry(event, { type: "step", stepId });
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgeClick={(_event, edge) => store.getState().select({ type: "path", key: edge.id })}
        onPaneClick={() => store.getState().carry === null && store.getState().select({ type: "none" })}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        ariaLabelConfig={words}
        deleteKeyCode={null}
        selectionKeyCode={null}
        selectionOnDrag
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        panOnDrag={[1]}
        panOnScroll
        panActivationKeyCode="Space"
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={1.5}
        onlyRenderVisibleElements={stepCount > CULL_FROM}
        attributionPosition="top-right"
        onInit={(flow) => {
          void flow.setViewport(firstView(placed, box.current)).then(() => {
            const id = store.getState().selection.type === "steps" ? store.getState().focusedId : null;
            if (id !== null) reveal(id);
            // Who comes by the keyboard begins at the first step instead of the top of the page.
            const { focusedId, mode } = store.getState();
            if (mode === "build" && focusedId !== null && document.activeElement === document.body)
              focusStep(focusedId);
          });
        }}
      >
        <BandLines />
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--grid)" />
        <EmptyBands />
        <OpenEnds />
        {!isLive && <DropTargets />}
        <BandLabels />
        <svg aria-hidden="true" className="absolute size-0">
          <defs>
            <marker
              id="into-merge"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path
                d="M1 1L7 4L1 7"
                fill="none"
                stroke="var(--border-strong)"
                strokeWidth="1.5"
                strokeLinejoin="round"
              />
            </marker>
          </defs>
        </svg>
      </ReactFlow>
    </section>
  );
}

const READABLE_ZOOM = 0.8;
const DOCK_PX = 84;

/** All of it where it stays readable; else its start at the top, at a size one can read. */
function firstView(placed: Placed, box: HTMLElement | null): Viewport {
  const [width, height] = [box?.clientWidth ?? 800, box?.clientHeight ?? 600];
  const fit = Math.min(1, (width - 80) / placed.width, (height - DOCK_PX) / placed.height);
  const zoom = Math.max(READABLE_ZOOM, fit);
  const middle = placed.width * zoom <= width - 80 ? placed.left + placed.width / 2 : 0;
  return {
    x: Math.round(width / 2 - middle * zoom),
    y: Math.max(8, Math.round((height - DOCK_PX - placed.height * zoom) / 2)),
    zoom,
  };
}

/** Cards as React Flow wants them. Sizes are known, so nothing is measured; an unchanged card keeps its identity. */
function useNodes(placed: Placed, selected: readonly string[]): Node[] {
  const kept = useRef(new Map<string, Node>());
  return useMemo(() => {
    const chosen = new Set(selected);
    const next = new Map<string, Node>();
    for (const [id, position] of placed.steps) {
      const old = kept.current.get(id);
      const isSame =
        old &&
        old.position.x === position.x &&
        old.position.y === position.y &&
        old.selected === chosen.has(id) &&
        old.height === placed.cardHeight;
      next.set(
        id,
        isSame
          ? old
          : {
              id,
              type: "step",
              position,
              data: {},
              // The card inside says what it is.
              ariaRole: "presentation",
              domAttributes: noRole,
              width: CARD_WIDTH,
              height: placed.cardHeight,
              selected: chosen.has(id),
              handles: [
                { type: "target", position: Position.Top, x: CARD_WIDTH / 2, y: 0, width: 1, height: 1 },
                {
                  type: "source",
                  position: Position.Bottom,
                  x: CARD_WIDTH / 2,
                  y: placed.cardHeight,
                  width: 1,
                  height: 1,
                },
              ],
            },
      );
    }
    kept.current = next;
    return [...next.values()];
  }, [placed, selected]);
}

/** Paths as React Flow wants them, named in words; one whose words did not change keeps its identity. */
function useEdges(placed: Placed): Edge[] {
  const steps = useBuilder((state) => state.stepsById);
  const kept = useRef(new Map<string, Edge>());
  return useMemo(() => {
    const next = new Map<string, Edge>();
    for (const path of placed.paths.values()) {
      const from = steps.get(path.from);
      const way = path.isSplit ? `, ${portName(from, path.port)}` : "";
      const ariaLabel = `Path from ${from?.name ?? ""}${way} to ${steps.get(path.to)?.name ?? ""}`;
      const old = kept.current.get(path.key);
      next.set(
        path.key,
        old?.target === path.to && old.ariaLabel === ariaLabel
          ? old
          : {
              id: path.key,
              type: "path",
              source: path.from,
              target: path.to,
              selectable: false,
              ariaLabel,
              domAttributes: { "aria-roledescription": "path" },
            },
      );
    }
    kept.current = next;
    return [...next.values()];
  }, [placed, steps]);
}

/** True for 220 ms after cards took other places, so that CSS may move them. */
function useMoving(): boolean {
  const tick = useBuilder((state) => state.layoutTick);
  const few = useBuilder((state) => state.draft.document.steps.length <= CULL_FROM);
  const [movingTick, setMovingTick] = useState(0);
  const isMoving = few && tick !== movingTick;
  useEffect(() => {
    const timer = setTimeout(() => setMovingTick(tick), ANIMATE_MS);
    return () => clearTimeout(timer);
  }, [tick]);
  return isMoving;
}

/** The selected step stays where it is on screen when others move, and in view when a panel opens. */
function useSelectedInView(): void {
  const store = useBuilderStore();
  const flow = useReactFlow();
  const reveal = useReveal();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        const id = now.selection.type === "steps" ? now.selection.ids.at(-1) : undefined;
        if (id === undefined) return;
        if (now.placed !== before.placed) {
          const [was, is] = [before.placed.steps.get(id), now.placed.steps.get(id)];
          if (was && is && (was.x !== is.x || was.y !== is.y)) {
            const { x, y, zoom } = flow.getViewport();
            void flow.setViewport(
              { x: x - (is.x - was.x) * zoom, y: y - (is.y - was.y) * zoom, zoom },
              { duration: motionMs() },
            );
          } else if (!was) requestAnimationFrame(() => reveal(id));
        } else if (now.selection !== before.selection || now.panel !== before.panel) setTimeout(() => reveal(id), 40);
      }),
    [store, flow, reveal],
  );
}
