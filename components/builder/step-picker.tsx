"use client";
import { Popover as Base } from "@base-ui/react/popover";
import { Command } from "cmdk";
import { useMemo } from "react";
import { familyColour } from "@/components/ui/family-colour";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { popupStyle } from "@/components/ui/popup-style";
import { canInsert, canInsertBefore } from "@/lib/journey/edit/insert-step";
import { connect } from "@/lib/journey/edit/connect";
import { findPath } from "@/lib/journey/edit/journey-draft";
import { useBuilder, useBuilderStore } from "./builder-context";
import type { Picker } from "./builder-store";
import { focusStep } from "./focus-step";
import { paletteItems } from "./palette-items";
import { recentItems, rememberItem } from "./recent-items";
import { insertItem } from "./step-acts";

/** Opens at a `+` or a step: search, recent kinds first, Enter inserts. */
export function StepPicker() {
  const picker = useBuilder((state) => state.picker);
  return picker ? <Opened picker={picker} /> : null;
}

const row =
  "flex h-9 cursor-default items-center gap-2 rounded-field px-1 text-body data-[selected=true]:bg-sunken dark:data-[selected=true]:bg-surface";

function Opened({ picker }: { picker: Picker }) {
  const store = useBuilderStore();
  const { target } = picker;
  const { document } = store.getState().draft;
  const legal = paletteItems.filter((item) =>
    target.type === "place"
      ? canInsert(document, item.kind, target.place)
      : canInsertBefore(document, item.kind, target.stepId),
  );
  const recent = recentItems().flatMap((id) => legal.filter((item) => item.id === id));
  const items = [...recent, ...legal.filter((item) => !recent.includes(item))];
  const open = target.type === "place" && !findPath(document, target.place) ? target.place : null;
  const others = open ? document.steps.filter((step) => step.kind !== "entry" && step.id !== open.from) : [];
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(picker.x, picker.y, 0, 0) }), [picker]);
  return (
    <Base.Root
      open
      onOpenChange={(next) => {
        if (next) return;
        const { focusedId, set } = store.getState();
        set({ picker: null });
        if (focusedId !== null) focusStep(focusedId);
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="bottom"
          align="center"
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            aria-label="Add a step"
            className={join(popupStyle, "flex h-[380px] max-h-[var(--available-height)] w-80 flex-col p-2")}
            finalFocus={false}
          >
            <Command label="Add a step" className="flex min-h-0 flex-1 flex-col">
              <Command.Input
                autoFocus
                placeholder="Search steps"
                className="h-8 w-full rounded-field border border-line-strong bg-surface px-2.5 text-body outline-none focus-visible:outline-2 focus-visible:outline-focus"
              />
              <Command.List className="mt-2 min-h-0 flex-1 overflow-y-auto">
                <Command.Empty className="px-2 py-1.5 text-ink-3">No step is called that.</Command.Empty>
                {items.map((item) => (
                  <Command.Item
                    key={item.id}
                    value={item.name}
                    keywords={[item.words, item.group]}
                    className={row}
                    onSelect={() => {
                      rememberItem(item.id);
                      insertItem(store, target, item);
                    }}
                  >
                    <span
                      className="grid size-[26px] shrink-0 place-items-center rounded-field"
                      style={{ background: familyColour(item.family) }}
                    >
                      <Icon name={item.icon} className="text-[white] dark:text-bg" />
                    </span>
                    <span>{item.name}</span>
                    <span className="min-w-0 flex-1 truncate text-small text-ink-3">{item.description}</span>
                  </Command.Item>
                ))}
                {open && others.length > 0 && (
                  <Command.Group
                    heading="Lead to a step that is there"
                    className="[&_[cmdk-group-heading]]:px-1 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-ink-3"
                  >
                    {others.map((step) => (
                      <Command.Item
                        key={step.id}
                        value={`to ${step.name} ${step.id}`}
                        className={row}
                        onSelect={() => {
                          store.getState().run(connect(open, step.id));
                          store.getState().set({ picker: null });
                        }}
                      >
                        <Icon name="link" className="mx-[5px] text-ink-3" />
                        <span className="truncate">{step.name}</span>
                      </Command.Item>
                    ))}
                  </Command.Group>
                )}
              </Command.List>
            </Command>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
