"use client";
import type { Step } from "@/lib/journey/document";
import { useBuilder, useBuilderStore } from "./builder-context";
import { summaryOf } from "./kinds";

/** A step's settings in words. An entry's words come from the journey, so only it listens to that. */
export function useSummary(step: Step): string {
  const store = useBuilderStore();
  const segments = useBuilder((state) => state.vocabulary.segments);
  useBuilder((state) => (step.kind === "entry" ? state.draft.document.entry : null));
  const segmentName = (id: string) => segments.find((segment) => segment.id === id)?.name ?? "a deleted segment";
  return summaryOf(step, { document: store.getState().draft.document, segmentName });
}
