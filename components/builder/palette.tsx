"use client";
import { useState } from "react";
import { familyColour } from "@/components/ui/family-colour";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { join } from "@/components/ui/join";
import { Tooltip } from "@/components/ui/tooltip";
import { useBuilder, useBuilderStore } from "./builder-context";
import { matchesSearch, type PaletteItem, paletteGroups, paletteItems } from "./palette-items";
import { appendItem, placeItem } from "./step-acts";
import { useCarry } from "./use-carry";

/** Everything one can add. Drag it, press it (after the selected step), or double-press it (at the end). */
export function Palette() {
  const [query, setQuery] = useState("");
  const [collapsed, setCollapsed] = useState(false);
  const found = paletteItems.filter((item) => matchesSearch(item, query));
  return (
    <aside
      aria-label="Steps to add"
      className={join(
        "flex shrink-0 flex-col border-r border-line bg-bg max-lg:w-11!",
        collapsed ? "w-11" : "w-[212px]",
      )}
    >
      <div className={join("flex items-center gap-1 p-2 max-lg:hidden", collapsed && "flex-col p-1.5")}>
        {!collapsed && (
          <Input
            icon="search"
            aria-label="Search steps"
            placeholder="Search steps"
            value={query}
            onValueChange={setQuery}
          />
        )}
        <IconButton
          icon={collapsed ? "expand" : "collapse"}
          label={collapsed ? "Show names" : "Show icons only"}
          size="s"
          side="right"
          onClick={() => setCollapsed(!collapsed)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {paletteGroups.map((group) => {
          const items = found.filter((item) => item.group === group);
          if (items.length === 0) return null;
          return (
            <section key={group} aria-label={group} className="mb-2">
              <h2 className={join("px-1 pt-1 pb-0.5 text-small text-ink-2 max-lg:hidden", collapsed && "hidden")}>
                {group}
              </h2>
              {items.map((item) => (
                <PaletteButton key={item.id} item={item} collapsed={collapsed} />
              ))}
            </section>
          );
        })}
        {found.length === 0 && <p className="px-1 py-2 text-ink-3">No step is called that.</p>}
      </div>
    </aside>
  );
}

function PaletteButton({ item, collapsed }: { item: PaletteItem; collapsed: boolean }) {
  const store = useBuilderStore();
  const carry = useCarry();
  const hasEntry = useBuilder((state) => state.draft.document.steps.some((step) => step.kind === "entry"));
  const isCarried = useBuilder((state) => state.carry?.what.type === "item" && state.carry.what.item.id === item.id);
  const reason = item.kind === "entry" && hasEntry ? "This journey has its entry" : null;
  return (
    <Tooltip text={reason ?? item.description} side="right">
      <button
        type="button"
        aria-label={item.name}
        aria-disabled={reason !== null}
        className={join(
          "flex h-9 w-full touch-none items-center gap-2 rounded-field pl-1 text-left text-body hover:bg-sunken aria-disabled:opacity-50 aria-disabled:hover:bg-transparent",
          isCarried && "bg-accent-soft",
        )}
        onPointerDown={(event) => reason === null && carry(event, { type: "item", item })}
        onClick={(event) => {
          if (reason !== null) return item.kind === "entry" ? store.getState().say(reason) : undefined;
          if (item.kind === "entry" || event.detail === 2) appendItem(store, item);
          else if (event.detail < 2) placeItem(store, item);
        }}
      >
        <span
          className="grid size-[26px] shrink-0 place-items-center rounded-field"
          style={{ background: familyColour(item.family) }}
        >
          <Icon name={item.icon} className="text-[white] dark:text-bg" />
        </span>
        <span className={join("truncate max-lg:hidden", collapsed && "hidden")}>{item.name}</span>
      </button>
    </Tooltip>
  );
}
