"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "./icon-button";
import { join } from "./join";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it. Left out where `open` is held by the caller. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  width?: "s" | "m" | "l";
  /** Buttons, the primary one last. Use `<DialogClose>` for those that only close. */
  footer?: ReactNode;
  children?: ReactNode;
}

const widths = { s: "max-w-[400px]", m: "max-w-[560px]", l: "max-w-[840px]" } as const;

export const backdropStyle =
  "fixed inset-0 z-40 bg-[oklch(0.2_0.02_260/0.32)] transition-opacity duration-180 data-[starting-style]:opacity-0 data-[ending-style]:opacity-0 data-[ending-style]:duration-80";

export const dialogPopupStyle =
  "relative flex max-h-[calc(100dvh-48px)] w-full flex-col rounded-float border border-line bg-raised text-ink shadow-e3 outline-none transition-[transform,opacity] duration-180 ease-out data-[starting-style]:translate-y-1 data-[starting-style]:opacity-0 data-[ending-style]:opacity-0 data-[ending-style]:duration-80";

export const dialogViewportStyle = "fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4";

export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  width = "m",
  footer,
  children,
}: DialogProps) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange: (next: boolean) => onOpenChange(next) } : {})}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Viewport className={dialogViewportStyle}>
          <Base.Popup className={join(dialogPopupStyle, widths[width])}>
            <div className="py-4 pr-14 pb-2 pl-5">
              <Base.Title className="text-section">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>}
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>
            {footer && <div className="flex justify-end gap-2 px-5 pt-2 pb-4">{footer}</div>}
            {/* Last, so that focus begins at the content. */}
            <Base.Close
              render={<IconButton icon="close" label="Close" size="s" className="absolute! top-3 right-3" />}
            />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog it stands in: `<DialogClose render={<Button>Cancel</Button>} />`. */
export function DialogClose({ render }: { render: ReactElement }) {
  return <Base.Close render={render} />;
}
