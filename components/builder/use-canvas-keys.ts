"use client";
import { useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, useCallback } from "react";
import { useBuilderStore } from "./builder-context";
import type { BuilderStore } from "./builder-store";
import { type Direction, neighbourOf } from "./neighbours";
import { canAddBefore, duplicate, placeAfter, removeSteps, selectedSteps, toggle } from "./step-acts";
import { motionMs, useReveal } from "./use-reveal";

const arrows: Record<string, Direction> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/** Keys of the canvas. Single letters work only here, never while one types. */
export function useCanvasKeys() {
  const store = useBuilderStore();
  const reveal = useReveal();
  const flow = useReactFlow();
  return useCallback(
    (event: KeyboardEvent) => {
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, [contenteditable=true]")
      )
        return;
      const { focusedId, draft, placed, select, selection, set, mode } = store.getState();
      const isBuild = mode === "build";
      const withCommand = event.ctrlKey || event.metaKey;
      const done = () => event.preventDefault();

      const direction = arrows[event.key];
      if (direction && !event.altKey) {
        done();
        const next =
          focusedId === null
            ? (draft.document.steps[0]?.id ?? null)
            : neighbourOf(draft.document, placed, focusedId, direction);
        if (next === null) return;
        if (withCommand) set({ focusedId: next });
        else select({ type: "steps", ids: event.shiftKey ? [...new Set([...selectedSteps(store), next])] : [next] });
        return reveal(next, true);
      }
      if (withCommand && event.key.toLowerCase() === "a") {
        done();
        return select({ type: "steps", ids: draft.document.steps.map((step) => step.id) });
      }
      if (withCommand && event.key.toLowerCase() === "d" && isBuild) {
        done();
        return duplicate(store);
      }
      if (withCommand) return;
      if (event.shiftKey && event.code === "Digit0") return void flow.zoomTo(1, { duration: motionMs() });
      if (event.shiftKey && event.code === "Digit1")
        return void flow.fitView({ duration: motionMs(), maxZoom: 1, padding: 0.1 });
      if (event.shiftKey && event.code === "Digit2")
        return void flow.fitView({
          duration: motionMs(),
          maxZoom: 1,
          padding: 0.3,
          nodes: selectedSteps(store).map((id) => ({ id })),
        });
      switch (event.key) {
        case "+":
        case "=":
          return void flow.zoomIn({ duration: motionMs() });
        case "-":
          return void flow.zoomOut({ duration: motionMs() });
        case "Enter":
        case " ": {
          if (!(event.target instanceof HTMLElement) || !event.target.dataset.stepId) return;
          done();
          const id = event.target.dataset.stepId;
          const isSelected = selection.type === "steps" && selection.ids.includes(id);
          if (!isSelected || event.key === " ") select({ type: "steps", ids: [id] });
          if (event.key === "Enter")
            set({ inspectorFocus: { field: null, tick: store.getState().inspectorFocus.tick + 1 } });
          return;
        }
        case "Escape": {
          const { carry, picker } = store.getState();
          if (carry || picker) set({ carry: null, picker: null });
          else if (selection.type !== "none") select({ type: "none" });
          return;
        }
      }
      if (!isBuild || focusedId === null) return;
      switch (event.key) {
        case "a":
          done();
          return openPickerAt(store, focusedId, false);
        case "A":
          done();
          return openPickerAt(store, focusedId, true);
        case "Delete":
        case "Backspace": {
          done();
          const ids = selectedSteps(store);
          return removeSteps(store, ids.includes(focusedId) ? ids : [focusedId]);
        }
        case "F2":
          done();
          select({ type: "steps", ids: [focusedId] });
          return set({ renamingId: focusedId });
        case "m":
          done();
          return set({ carry: { what: { type: "step", stepId: focusedId }, pointer: null, near: null } });
        case "d":
          done();
          if (selectedSteps(store).length === 0) select({ type: "steps", ids: [focusedId] });
          return toggle(store);
      }
    },
    [store, reveal, flow],
  );
}

function openPickerAt(store: BuilderStore, stepId: string, before: boolean): void {
  const box = document.querySelector(`.react-flow [data-step-id="${CSS.escape(stepId)}"]`)?.getBoundingClientRect();
  if (!box) return;
  const { set, say } = store.getState();
  if (before) {
    if (!canAddBefore(store, stepId)) return say("Nothing can stand before the entry.");
    return set({ picker: { target: { type: "before", stepId }, x: box.left + box.width / 2, y: box.top } });
  }
  const place = placeAfter(store, stepId, "wait");
  if (!place) return say("The journey ends here. Nothing can follow an exit.");
  set({ picker: { target: { type: "place", place }, x: box.left + box.width / 2, y: box.bottom } });
}
