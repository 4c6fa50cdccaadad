"use client";
import { Command } from "cmdk";
import { Dialog as Base } from "@base-ui/react/dialog";
import { familyColour } from "@/components/ui/family-colour";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { popupStyle } from "@/components/ui/popup-style";
import { useBuilder, useBuilderStore } from "./builder-context";
import { iconOf, viewOf } from "./kinds";
import { useReveal } from "./use-reveal";

/** Ctrl F: a step by its name; Enter goes there. */
export function FindStep() {
  const store = useBuilderStore();
  const reveal = useReveal();
  const open = useBuilder((state) => state.finding);
  const steps = useBuilder((state) => state.draft.document.steps);
  return (
    <Base.Root open={open} onOpenChange={(next) => store.getState().set({ finding: next })}>
      <Base.Portal>
        <Base.Popup
          aria-label="Find a step"
          finalFocus={false}
          className={join(popupStyle, "fixed top-16 left-1/2 z-50 w-96 max-w-[calc(100vw-16px)] -translate-x-1/2 p-2")}
        >
          <Command label="Find a step">
            <Command.Input
              autoFocus
              placeholder="Find a step"
              className="h-8 w-full rounded-field border border-line-strong bg-surface px-2.5 outline-none focus-visible:outline-2 focus-visible:outline-focus"
            />
            <Command.List className="mt-2 max-h-72 overflow-y-auto">
              <Command.Empty className="px-2 py-1.5 text-ink-3">No step is called that.</Command.Empty>
              {steps.map((step) => (
                <Command.Item
                  key={step.id}
                  value={`${step.name} ${step.id}`}
                  className="flex min-h-9 items-center gap-2 rounded-field px-1 data-[selected=true]:bg-sunken dark:data-[selected=true]:bg-surface"
                  onSelect={() => {
                    store.getState().set({ finding: false });
                    store.getState().select({ type: "steps", ids: [step.id] });
                    reveal(step.id, true);
                  }}
                >
                  <span
                    aria-hidden
                    className="grid size-[26px] shrink-0 place-items-center rounded-field"
                    style={{ background: familyColour(viewOf(step.kind).family) }}
                  >
                    <Icon name={iconOf(step)} className="text-[white] dark:text-bg" />
                  </span>
                  <span className="truncate">{step.name}</span>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
