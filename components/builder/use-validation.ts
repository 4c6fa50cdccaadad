"use client";
import { useEffect } from "react";
import { useBuilderStore } from "./builder-context";
import type { Problem } from "./builder-types";

const PAUSE_MS = 150;

export interface ValidationRequest {
  tick: number;
  document: unknown;
  segments: { id: string; name: string }[];
}
export interface ValidationAnswer {
  tick: number;
  problems: Problem[];
}

/** Checks the draft 150 ms after each change, in a worker, so that typing never waits for it. */
export function useValidation(): void {
  const store = useBuilderStore();
  useEffect(() => {
    if (store.getState().mode !== "build") return;
    const worker = new Worker(new URL("./validation-worker.ts", import.meta.url), { type: "module" });
    let tick = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      const { draft, vocabulary } = store.getState();
      tick += 1;
      worker.postMessage({ tick, document: draft.document, segments: vocabulary.segments } satisfies ValidationRequest);
    };
    worker.onmessage = ({ data }: MessageEvent<ValidationAnswer>) => {
      if (data.tick === tick) store.getState().set({ problems: data.problems });
    };
    const stop = store.subscribe((now, before) => {
      if (now.draft.document === before.draft.document && now.vocabulary === before.vocabulary) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE_MS);
    });
    ask();
    return () => {
      stop();
      clearTimeout(timer);
      worker.terminate();
    };
  }, [store]);
}
