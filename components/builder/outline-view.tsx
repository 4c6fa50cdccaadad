"use client";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { familyColour } from "@/components/ui/family-colour";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { join } from "@/components/ui/join";
import { stageColour } from "@/components/ui/stage-colour";
import { useBuilder, useBuilderStore } from "./builder-context";
import { flowOrder, type OutlineRow } from "./flow-order";
import { focusStep } from "./focus-step";
import { iconOf, viewOf } from "./kinds";
import { portName } from "./port-name";
import { duplicate, placeAfter, removeSteps, toggle } from "./step-acts";
import { stepLabel } from "./use-step-label";

/** The journey as a tree with the canvas' commands. Always complete, and the way to edit without seeing the canvas. */
export function OutlineView({ asPage = false }: { asPage?: boolean }) {
  const store = useBuilderStore();
  const document = useBuilder((state) => state.draft.document);
  const outline = useMemo(() => flowOrder(document), [document]);
  const tree = useRef<HTMLDivElement>(null);
  return (
    <section
      aria-label="Outline"
      className={join(
        "flex flex-col bg-surface",
        asPage
          ? "min-w-0 flex-1"
          : "w-96 shrink-0 border-r border-line max-md:hidden max-[1279px]:absolute max-[1279px]:inset-y-0 max-[1279px]:left-11 max-[1279px]:z-20 max-[1279px]:shadow-e2",
      )}
    >
      <header className="flex h-11 shrink-0 items-center justify-between gap-2 border-b border-line px-4">
        <h2 className="text-section">Outline</h2>
        {!asPage && (
          <IconButton
            icon="close"
            label="Close outline"
            size="s"
            onClick={() => store.getState().set({ panel: null })}
          />
        )}
      </header>
      <div
        ref={tree}
        role="tree"
        aria-label="Journey"
        className="min-h-0 flex-1 overflow-y-auto p-2"
        onKeyDown={(event) => onTreeKey(event, store, tree.current)}
      >
        {outline.map(({ stateId, rows }) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the rows inside take the focus
          <div
            key={stateId}
            role="treeitem"
            aria-expanded="true"
            aria-label={`State ${document.states.find((state) => state.id === stateId)?.name ?? ""}`}
            className="mb-2"
          >
            <StateHead stateId={stateId} />
            {/* biome-ignore lint/a11y/useSemanticElements: rows of a tree */}
            <div role="group">
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

function StateHead({ stateId }: { stateId: string }) {
  const store = useBuilderStore();
  const state = useBuilder((builder) => builder.draft.document.states.find((one) => one.id === stateId));
  if (!state) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="flex min-h-7 items-center gap-2 rounded-field px-2 text-small font-semibold hover:bg-sunken"
      onClick={() => store.getState().select({ type: "state", id: stateId })}
    >
      <span
        aria-hidden
        className="size-2 rounded-[2px]"
        style={{ background: stageColour(state.stage ?? state.name) }}
      />
      {state.name}
    </button>
  );
}

function Row({ row }: { row: OutlineRow }) {
  const store = useBuilderStore();
  const { step, via, level, isAgain } = row;
  const isSelected = useBuilder((state) => state.selection.type === "steps" && state.selection.ids.includes(step.id));
  const hasTabStop = useBuilder((state) => !isAgain && state.focusedId === step.id);
  const counts = useBuilder((state) => state.live?.steps[step.id]);
  const label = useBuilder((state) => stepLabel(state, step));
  const way = via ? portName(via.from, via.port) : null;
  return (
    <div
      role="treeitem"
      aria-level={level + 1}
      aria-selected={isSelected}
      aria-label={isAgain ? `${way ?? ""}: leads to ${step.name}` : way ? `${way}: ${label}` : label}
      data-row={row.key}
      data-outline-step={isAgain ? undefined : step.id}
      tabIndex={hasTabStop ? 0 : -1}
      className={join(
        "flex min-h-8 items-center gap-2 rounded-field pr-2",
        isSelected ? "bg-accent-soft" : "hover:bg-sunken",
      )}
      style={{ paddingLeft: 8 + (level - 1) * 16 }}
      onClick={() => store.getState().select({ type: "steps", ids: [step.id] })}
      onFocus={() => store.getState().focusedId !== step.id && store.getState().set({ focusedId: step.id })}
      onKeyDown={() => undefined}
    >
      {way && (
        <span className="shrink-0 rounded-tag border border-line bg-raised px-1.5 text-chip text-ink-2">{way}</span>
      )}
      {isAgain ? (
        <span className="flex items-center gap-1.5 text-ink-3">
          <Icon name="arrowRight" size={14} /> {step.name}
        </span>
      ) : (
        <>
          <span
            aria-hidden
            className="grid size-5 shrink-0 place-items-center rounded-tag"
            style={{ background: familyColour(viewOf(step.kind).family) }}
          >
            <Icon name={iconOf(step)} size={12} className="text-[white] dark:text-bg" />
          </span>
          <span className="min-w-0 flex-1 truncate">{step.name}</span>
          {counts && <span className="text-small text-ink-2">{counts.in.toLocaleString("en")} in</span>}
        </>
      )}
    </div>
  );
}

function onTreeKey(event: KeyboardEvent, store: ReturnType<typeof useBuilderStore>, tree: HTMLElement | null): void {
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-outline-step]") : null;
  const stepId = row?.dataset.outlineStep;
  if (!tree || !row || stepId === undefined) return;
  const { select, set, mode, panel, inspectorFocus, selection } = store.getState();
  const rows = [...tree.querySelectorAll<HTMLElement>("[data-outline-step]")];
  const at = rows.indexOf(row);
  const go = (to: HTMLElement | undefined) => {
    event.preventDefault();
    const id = to?.dataset.outlineStep;
    if (!to || id === undefined) return;
    select({
      type: "steps",
      ids: event.shiftKey && selection.type === "steps" ? [...new Set([...selection.ids, id])] : [id],
    });
    to.focus();
  };
  const withCommand = event.ctrlKey || event.metaKey;
  if (event.key === "ArrowDown" || event.key === "ArrowRight") return go(rows[at + 1]);
  if (event.key === "ArrowUp" || event.key === "ArrowLeft") return go(rows[at - 1]);
  if (event.key === "Home") return go(rows[0]);
  if (event.key === "End") return go(rows.at(-1));
  if (event.key === "Escape" && panel === "outline") {
    event.preventDefault();
    set({ panel: null });
    setTimeout(() => focusStep(stepId), 30);
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    select({ type: "steps", ids: [stepId] });
    return set({ inspectorFocus: { field: null, tick: inspectorFocus.tick + 1 } });
  }
  if (mode !== "build") return;
  if (withCommand && event.key.toLowerCase() === "d") {
    event.preventDefault();
    return duplicate(store);
  }
  if (withCommand) return;
  const box = row.getBoundingClientRect();
  switch (event.key) {
    case "a": {
      event.preventDefault();
      const place = placeAfter(store, stepId, "wait");
      if (place) set({ picker: { target: { type: "place", place }, x: box.left + 160, y: box.bottom } });
      return;
    }
    case "A":
      event.preventDefault();
      return set({ picker: { target: { type: "before", stepId }, x: box.left + 160, y: box.top } });
    case "Delete":
    case "Backspace":
      event.preventDefault();
      removeSteps(store, selection.type === "steps" && selection.ids.includes(stepId) ? selection.ids : [stepId]);
      return go(rows[at - 1]);
    case "F2":
      event.preventDefault();
      select({ type: "steps", ids: [stepId] });
      return set({ renamingId: stepId });
    case "d":
      event.preventDefault();
      select({ type: "steps", ids: [stepId] });
      return toggle(store);
  }
}
