"use client";
import { useStore, ViewportPortal } from "@xyflow/react";
import { join } from "@/components/ui/join";
import { stageColour } from "@/components/ui/stage-colour";
import type { State } from "@/lib/journey/document";
import { formatDuration } from "@/lib/time/format-duration";
import { useBuilder, useBuilderStore } from "./builder-context";
import { CARD_WIDTH } from "./layout";

const LABEL_LEFT = 8;
const LABEL_HEIGHT = 24;
const ROOM_FOR_FACTS = 200;

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
  const cards = useBuilder((state) => state.placed.steps);
  const cardHeight = useBuilder((state) => state.placed.cardHeight);
  const [x = 0, y = 0, zoom = 1] = useStore((flow) => flow.transform);
  const [width, height] = [useStore((flow) => flow.width), useStore((flow) => flow.height)];
  return (
    <div className="pointer-events-none absolute inset-0 z-5 overflow-hidden">
      {bands.map((band, index) => {
        const state = states[index];
        const top = band.top * zoom + y;
        const bottom = band.bottom * zoom + y;
        if (!state || bottom < 20 || top > height) return null;
        const labelTop = Math.round(Math.min(Math.max(top + 8, 8), bottom - 30));
        let room = width - LABEL_LEFT * 2;
        for (const card of cards.values()) {
          const [cardTop, right] = [card.y * zoom + y, (card.x + CARD_WIDTH) * zoom + x];
          const isBeside = cardTop < labelTop + LABEL_HEIGHT + 4 && cardTop + cardHeight * zoom > labelTop - 4;
          if (isBeside && right > LABEL_LEFT) room = Math.min(room, card.x * zoom + x - LABEL_LEFT - 12);
        }
        return <BandLabel key={band.stateId} state={state} top={labelTop} room={room} />;
      })}
    </div>
  );
}

/** As wide as the cards beside it allow; where nothing fits, the colour alone stays, with the name to hover. */
function BandLabel({ state, top, room }: { state: State; top: number; room: number }) {
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
        "pointer-events-auto absolute left-2 flex h-6 items-center gap-2 overflow-hidden rounded-tag border bg-canvas px-1.5 text-chip whitespace-nowrap",
        selected ? "border-accent" : "border-transparent hover:border-line-strong",
      )}
      style={{ top, maxWidth: Math.max(22, room) }}
      aria-label={[state.name, ...facts].join(", ")}
      title={[state.name, ...facts].join(", ")}
      onClick={() => store.getState().select({ type: "state", id: state.id })}
    >
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-[2px]"
        style={{ background: stageColour(state.stage ?? state.name) }}
      />
      <span className="min-w-0 truncate font-semibold text-ink">{state.name}</span>
      {facts.length > 0 && room >= ROOM_FOR_FACTS && (
        <span className="min-w-0 truncate text-ink-3 [flex-shrink:99]">{facts.join(", ")}</span>
      )}
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
