"use client";
import { useEffect } from "react";
import { z } from "zod";
import { useBuilderStore } from "./builder-context";

const names = z.array(z.string());
const vocabulary = z.object({ events: names, traits: names, accountTraits: names, segments: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Loads the names the rule builder offers. Without them one types. */
export function useVocabulary(): void {
  const store = useBuilderStore();
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      try {
        const response = await fetch(`/api/app/${store.getState().workspace}/vocabulary`, { signal: stop.signal });
        const parsed = response.ok ? vocabulary.safeParse(await response.json()) : null;
        if (parsed?.success) store.getState().set({ vocabulary: parsed.data });
      } catch {
        // names are a help; fields take any
      }
    };
    void load();
    return () => stop.abort();
  }, [store]);
}
