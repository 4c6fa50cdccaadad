"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { backdropStyle } from "./dialog";
import { IconButton } from "./icon-button";
import { join } from "./join";

interface DrawerProps {
  title: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A drawer that is not modal leaves the page beside it in use (no scrim). */
  modal?: boolean;
  side?: "right" | "bottom";
  width?: number;
  footer?: ReactNode;
  children: ReactNode;
}

export function Drawer({
  title,
  trigger,
  open,
  onOpenChange,
  modal = true,
  side = "right",
  width = 400,
  footer,
  children,
}: DrawerProps) {
  return (
    <Base.Root
      modal={modal}
      disablePointerDismissal={!modal}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        {modal && <Base.Backdrop className={backdropStyle} />}
        <Base.Popup
          style={side === "right" ? { width } : undefined}
          className={join(
            "fixed z-40 flex flex-col border-line bg-surface text-ink shadow-e3 outline-none transition-[transform,opacity] duration-180 ease-out data-[ending-style]:duration-80",
            side === "right"
              ? "inset-y-0 right-0 max-w-[100vw] border-l data-[starting-style]:translate-x-full data-[ending-style]:translate-x-full"
              : "inset-x-0 bottom-0 max-h-[80dvh] min-h-[50dvh] rounded-t-float border-t data-[starting-style]:translate-y-full data-[ending-style]:translate-y-full",
          )}
        >
          <div className="flex h-12 shrink-0 items-center border-b border-line pr-12 pl-4">
            <Base.Title className="min-w-0 flex-1 truncate text-section">{title}</Base.Title>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
          {footer && <div className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>}
          <Base.Close
            render={<IconButton icon="close" label="Close" size="s" className="absolute! top-2.5 right-3" />}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
