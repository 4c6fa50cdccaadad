"use client";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import { focusStep } from "@/components/builder/focus-step";
import { iconOf, KindForm, viewOf } from "@/components/builder/kinds";
import { newId } from "@/components/builder/new-id";
import { duplicate, removeSteps, toggle } from "@/components/builder/step-acts";
import { familyColour } from "@/components/ui/family-colour";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { Step } from "@/lib/journey/document";
import { STATES_MAX } from "@/lib/journey/document";
import { assignState, splitState } from "@/lib/journey/edit/states";
import { renameStep, replaceStepConfig, updateStepConfig } from "@/lib/journey/edit/update-step";
import { EditableTitle } from "./editable-title";
import { ProblemList } from "./problem-list";
import { StepNumbers } from "./step-numbers";
import { WaysOn } from "./ways-on";

export function StepInspector({ step }: { step: Step }) {
  const store = useBuilderStore();
  const isBuild = useBuilder((state) => state.mode === "build");
  const problems = useBuilder((state) => state.problems);
  const isFresh = useBuilder((state) => state.fresh.has(step.id));
  const renameTick = useBuilder((state) => (state.renamingId === step.id ? state.layoutTick + 1 : 0));
  const { family, about } = viewOf(step.kind);
  const own = problems.filter((problem) => problem.stepId === step.id && !(isFresh && problem.severity !== "error"));
  return (
    <>
      <header className="flex items-start gap-2.5">
        <span
          className="mt-px grid size-[26px] shrink-0 place-items-center rounded-field"
          style={{ background: familyColour(family) }}
        >
          <Icon name={iconOf(step)} className="text-[white] dark:text-bg" />
        </span>
        <div className="min-w-0 flex-1">
          <EditableTitle
            label="Name of the step"
            value={step.name}
            disabled={!isBuild}
            focusTick={renameTick}
            onChange={(name) => store.getState().run(renameStep(step.id, name))}
            onDone={() => focusStep(step.id)}
          />
          <p className="px-1 text-body text-ink-2">{about}</p>
        </div>
        {isBuild && <StepMenu step={step} />}
      </header>
      {isBuild && <ProblemList problems={own} about={step.name} />}
      {isBuild ? (
        <>
          <div className="flex flex-col gap-3">
            <KindForm
              step={step}
              change={(field, change) => store.getState().run(updateStepConfig(step.id, step.kind, field, change))}
              replace={(config) => store.getState().run(replaceStepConfig(step.id, step.kind, config))}
            />
          </div>
          <WaysOn step={step} />
        </>
      ) : (
        <StepNumbers step={step} />
      )}
    </>
  );
}

function StepMenu({ step }: { step: Step }) {
  const store = useBuilderStore();
  const states = useBuilder((state) => state.draft.document.states);
  const isPlain = step.kind !== "entry" && step.kind !== "exit";
  return (
    <Menu
      align="end"
      trigger={<IconButton icon="more" label="More for this step" size="s" />}
      entries={[
        {
          label: "Rename",
          keys: "F2",
          icon: "edit",
          onSelect: () => store.getState().set({ renamingId: step.id, layoutTick: store.getState().layoutTick + 1 }),
        },
        ...(isPlain
          ? [
              {
                label: step.off ? "Switch on" : "Switch off",
                keys: "D",
                icon: "hide" as const,
                onSelect: () => toggle(store),
              },
            ]
          : []),
        ...(step.kind === "entry"
          ? []
          : [
              { label: "Duplicate", keys: "Ctrl D", icon: "copy" as const, onSelect: () => duplicate(store) },
              {
                label: "Move",
                keys: "M",
                icon: "drag" as const,
                onSelect: () =>
                  store
                    .getState()
                    .set({ carry: { what: { type: "step", stepId: step.id }, pointer: null, near: null } }),
              },
            ]),
        { type: "separator" },
        ...(states.length < STATES_MAX && step.kind !== "entry"
          ? [{ label: "Start a new state here", icon: "stage" as const, onSelect: () => addStateAt(store, step.id) }]
          : []),
        ...(states.length > 1
          ? [
              {
                type: "submenu" as const,
                label: "Move to state",
                icon: "stage" as const,
                entries: states.map((state) => ({
                  label: state.name,
                  disabled: state.id === step.state,
                  onSelect: () => void store.getState().run(assignState([step.id], state.id)),
                })),
              },
            ]
          : []),
        ...(step.kind === "entry"
          ? []
          : [
              { type: "separator" as const },
              {
                label: "Delete",
                keys: "Del",
                icon: "delete" as const,
                danger: true,
                onSelect: () => removeSteps(store, [step.id]),
              },
            ]),
      ]}
    />
  );
}

function addStateAt(store: ReturnType<typeof useBuilderStore>, stepId: string): void {
  const id = newId("state");
  const { run, select, draft } = store.getState();
  if (run(splitState(stepId, id, `State ${draft.document.states.length + 1}`))) select({ type: "state", id });
}
