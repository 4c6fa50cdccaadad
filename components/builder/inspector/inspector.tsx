"use client";
import { useEffect, useRef } from "react";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { focusStep } from "@/components/builder/focus-step";
import { JourneyInspector } from "./journey-inspector";
import { JourneyNumbers } from "./journey-numbers";
import { PathInspector } from "./path-inspector";
import { SeveralInspector } from "./several-inspector";
import { StateInspector } from "./state-inspector";
import { StateNumbers } from "./state-numbers";
import { StepInspector } from "./step-inspector";

/** The right column: settings of what is selected. Escape goes back to the canvas. */
export function Inspector() {
  const store = useBuilderStore();
  const selection = useBuilder((state) => state.selection);
  const step = useBuilder((state) =>
    state.selection.type === "steps" && state.selection.ids.length === 1
      ? state.stepsById.get(state.selection.ids[0] ?? "")
      : undefined,
  );
  const chosenState = useBuilder((state) =>
    state.selection.type === "state"
      ? state.draft.document.states.find((one) => state.selection.type === "state" && one.id === state.selection.id)
      : undefined,
  );
  const isBuild = useBuilder((state) => state.mode === "build");
  const focus = useBuilder((state) => state.inspectorFocus);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus.tick === 0) return;
    const fields = [
      ...(body.current?.querySelectorAll<HTMLElement>(
        "input:not([aria-hidden=true]):not([type=hidden]), textarea, button[role=combobox], [role=radio], button",
      ) ?? []),
    ];
    const named = focus.field === null ? undefined : controlNamed(body.current, focus.field);
    const first = fields.find(
      (field) => field.matches("input, textarea, button[role=combobox]") && !field.matches("[aria-label^='Name of']"),
    );
    (named ?? first ?? fields[0])?.focus();
  }, [focus]);
  return (
    <aside
      aria-label={isBuild ? "Settings" : "Numbers"}
      className="w-80 shrink-0 overflow-y-auto border-l border-line bg-surface max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-20 max-lg:shadow-e2 max-lg:data-[empty]:hidden"
      data-empty={selection.type === "none" || undefined}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        const { focusedId } = store.getState();
        if (focusedId !== null) focusStep(focusedId);
      }}
      onBlur={(event) => {
        const { renamingId, set } = store.getState();
        if (renamingId !== null && !event.currentTarget.contains(event.relatedTarget)) set({ renamingId: null });
      }}
    >
      <div ref={body} className="flex flex-col gap-4 p-4">
        {step && <StepInspector key={step.id} step={step} />}
        {selection.type === "steps" && selection.ids.length > 1 && <SeveralInspector ids={selection.ids} />}
        {selection.type === "path" && <PathInspector pathKey={selection.key} />}
        {chosenState &&
          (isBuild ? (
            <StateInspector key={chosenState.id} state={chosenState} />
          ) : (
            <StateNumbers state={chosenState} />
          ))}
        {selection.type === "none" && (isBuild ? <JourneyInspector /> : <JourneyNumbers />)}
      </div>
    </aside>
  );
}

const controls = "input:not([aria-hidden=true]):not([type=hidden]), textarea, button[role=combobox], [role=radio]";

/** The control of a field by the name a problem gives it. A select keeps its name on a hidden input beside its button. */
function controlNamed(body: HTMLElement | null, field: string): HTMLElement | undefined {
  for (const holder of body?.querySelectorAll<HTMLElement>("[name]") ?? []) {
    const name = holder.getAttribute("name") ?? "";
    if (name === "" || !(field === name || field.endsWith(name))) continue;
    let at: HTMLElement | null = holder;
    while (at && at !== body) {
      const control = at.matches(controls) ? at : at.querySelector<HTMLElement>(controls);
      if (control) return control;
      at = at.parentElement;
    }
  }
  return undefined;
}
