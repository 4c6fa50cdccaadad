"use client";
import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { join } from "./join";
import { MenuEntries } from "./menu-entries";
import type { MenuEntry } from "./menu-entry";
import { popupStyle } from "./popup-style";

interface MenuProps {
  /** The button that opens it, with its own accessible name. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  /** Above the entries: whose menu this is. */
  head?: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  align?: "start" | "center" | "end";
}

export function Menu({ trigger, entries, head, side = "bottom", align = "start" }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className={join(popupStyle, "max-h-[var(--available-height)] min-w-44 overflow-y-auto p-1")}>
            {head}
            <MenuEntries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
