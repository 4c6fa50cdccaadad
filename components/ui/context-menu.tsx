"use client";
import { ContextMenu as Base } from "@base-ui/react/context-menu";
import type { ReactElement } from "react";
import { join } from "./join";
import { MenuEntries } from "./menu-entries";
import type { MenuEntry } from "./menu-entry";
import { popupStyle } from "./popup-style";

/** Right click or long press on `children`. Everything in it can also be reached without it. */
export function ContextMenu({ entries, children }: { entries: readonly MenuEntry[]; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="z-50">
          <Base.Popup className={join(popupStyle, "min-w-44 p-1")}>
            <MenuEntries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
