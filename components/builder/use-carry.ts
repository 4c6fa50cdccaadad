"use client";
import { useReactFlow } from "@xyflow/react";
import { type PointerEvent as ReactPointerEvent, useCallback } from "react";
import { placeOf } from "@/lib/journey/edit/path-key";
import { useBuilderStore } from "./builder-context";
import type { Carried } from "./builder-store";
import { targetsFor } from "./drop-targets";
import { drop } from "./step-acts";

const START_PX = 5;
const NEAR_PX = 48;

/** Starts dragging with the pointer once it has moved a little; a press without movement stays a press. */
export function useCarry() {
  const store = useBuilderStore();
  const flow = useReactFlow();
  return useCallback(
    (event: ReactPointerEvent, what: Carried) => {
      if (event.button !== 0 || store.getState().mode !== "build") return;
      const from = { x: event.clientX, y: event.clientY };
      let targets: ReturnType<typeof targetsFor> | null = null;
      const move = (next: PointerEvent) => {
        if (!targets) {
          if (Math.hypot(next.clientX - from.x, next.clientY - from.y) < START_PX) return;
          targets = targetsFor(store, what);
          store.getState().set({ carry: { what, pointer: from, near: null } });
        }
        const ghost = document.getElementById("carried");
        if (ghost) ghost.style.transform = `translate(${next.clientX + 8}px, ${next.clientY + 8}px)`;
        const at = flow.screenToFlowPosition({ x: next.clientX, y: next.clientY });
        let near: string | null = null;
        let best = NEAR_PX;
        for (const target of targets) {
          const away = Math.hypot(target.at.x - at.x, target.at.y - at.y);
          if (away < best) [best, near] = [away, target.key];
        }
        const { carry, set } = store.getState();
        if (carry && carry.near !== near) set({ carry: { ...carry, near } });
      };
      const stop = () => {
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", end);
        window.removeEventListener("pointercancel", cancel);
        window.removeEventListener("keydown", onEscape, true);
      };
      const cancel = () => {
        stop();
        if (targets) store.getState().set({ carry: null });
      };
      const onEscape = (key: KeyboardEvent) => {
        if (key.key !== "Escape") return;
        key.stopPropagation();
        cancel();
      };
      const end = () => {
        stop();
        const { carry } = store.getState();
        if (!targets || !carry) return;
        // the press that ends a drag must not also count as a press on what it started from
        const swallow = (click: MouseEvent) => click.stopPropagation();
        window.addEventListener("click", swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
        if (carry.near) drop(store, placeOf(carry.near));
        else store.getState().set({ carry: null });
      };
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", end);
      window.addEventListener("pointercancel", cancel);
      window.addEventListener("keydown", onEscape, true);
    },
    [store, flow],
  );
}
