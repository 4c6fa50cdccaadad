"use client";
import { useStore, ViewportPortal } from "@xyflow/react";
import { join } from "@/components/ui/join";
import { stageColour } from "@/components/ui/stage-colour";
import type { State } from "@/lib/journey/document";
import { formatDuration } from "@/lib/time/format-duration";
import { useBuilder, useBuilderStore } from "./builder-context";

/** Dashed lines between states, behind everything. */
export function BandLines() {
  const bands = useBuilder((state) => state.placed.bands);
  const [, y = 0, zoom = 1] = useStore((flow) => flow.transform);
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 z-0 overflow-hidden">
      {bands.map((band) => (
        <div
          key={band.stateId}
          className="absolute inset-x-0 border-t border-dashed border-line-strong/70"
          style={{ top: Math.round(band.top * zoom + y) }}
        />
      ))}
    </div>
  );
}

/** The name of each state at the left edge; pressing one opens its settings. */
export function BandLabels() {
  const bands = useBuilder((state) => state.placed.bands);
  const states = useBuilder((state) => state.draft.document.states);
  const [, y = 0, zoom = 1] = useStore((flow) => flow.transform);
  const height = useStore((flow) => flow.height);
  return (
    <div className="pointer-events-none absolute inset-0 z-5 overflow-hidden">
      {bands.map((band, index) => {
        const state = states[index];
        const top = band.top * zoom + y;
        const bottom = band.bottom * zoom + y;
        if (!state || bottom < 20 || top > height) return null;
        const labelTop = Math.min(Math.max(top + 8, 8), bottom - 30);
        return <BandLabel key={band.stateId} state={state} top={Math.round(labelTop)} />;
      })}
    </div>
  );
}

function BandLabel({ state, top }: { state: State; top: number }) {
  const store = useBuilderStore();
  const selected = useBuilder((builder) => builder.selection.type === "state" && builder.selection.id === state.id);
  const problems = useBuilder(
    (builder) =>
      builder.problems.filter((problem) => problem.stateId === state.id && problem.severity === "error").length,
  );
  const facts = [
    state.exitCriteria.length > 0
      ? `${state.exitCriteria.length} exit ${state.exitCriteria.length === 1 ? "criterion" : "criteria"}`
      : null,
    state.timeout ? `at most ${formatDuration(state.timeout.afterMs)}` : null,
  ].filter((part) => part !== null);
  return (
    <button
      type="button"
      data-state-id={state.id}
      tabIndex={-1}
      className={join(
        "pointer-events-auto absolute left-2 flex h-6 max-w-80 items-center gap-2 rounded-tag border bg-canvas px-1.5 text-chip",
        selected ? "border-accent" : "border-transparent hover:border-line-strong",
      )}
      style={{ top }}
      onClick={() => store.getState().select({ type: "state", id: state.id })}
    >
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-[2px]"
        style={{ background: stageColour(state.stage ?? state.name) }}
      />
      <span className="max-w-44 shrink-0 truncate font-semibold text-ink">{state.name}</span>
      {facts.length > 0 && <span className="truncate text-ink-3">{facts.join(", ")}</span>}
      {problems > 0 && <span className="text-bad">{problems === 1 ? "1 problem" : `${problems} problems`}</span>}
    </button>
  );
}

/** What stands in a state without steps. */
export function EmptyBands() {
  const bands = useBuilder((state) => state.placed.bands);
  const steps = useBuilder((state) => state.draft.document.steps);
  const filled = new Set(steps.map((step) => step.state));
  return (
    <ViewportPortal>
      {bands
        .filter((band) => !filled.has(band.stateId))
        .map((band) => (
          <p
            key={band.stateId}
            className="absolute w-56 text-center text-small text-ink-3"
            style={{ transform: `translate(-112px, ${(band.top + band.bottom) / 2 - 8}px)` }}
          >
            No steps in this state yet
          </p>
        ))}
    </ViewportPortal>
  );
}
