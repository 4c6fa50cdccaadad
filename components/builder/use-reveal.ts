"use client";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { useBuilderStore } from "./builder-context";
import { focusStep } from "./focus-step";
import { CARD_WIDTH } from "./layout";

const MARGIN_PX = 56;

/** Pans just so far that a step is whole in view, then gives it the focus if asked. */
export function useReveal() {
  const store = useBuilderStore();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  return useCallback(
    (stepId: string, focus = false) => {
      const { placed } = store.getState();
      const at = placed.steps.get(stepId);
      if (!at) return;
      const { width, height } = flowStore.getState();
      const { x, y, zoom } = flow.getViewport();
      const left = at.x * zoom + x;
      const top = at.y * zoom + y;
      const right = left + CARD_WIDTH * zoom;
      const bottom = top + placed.cardHeight * zoom;
      const dx = left < MARGIN_PX ? MARGIN_PX - left : right > width - MARGIN_PX ? width - MARGIN_PX - right : 0;
      const dy =
        top < MARGIN_PX ? MARGIN_PX - top : bottom > height - MARGIN_PX * 1.6 ? height - MARGIN_PX * 1.6 - bottom : 0;
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: motionMs() });
      if (focus) focusStep(stepId);
    },
    [store, flow, flowStore],
  );
}

export function motionMs(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 180;
}
