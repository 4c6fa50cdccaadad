"use client";
import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button";
import { backdropStyle, dialogPopupStyle, dialogViewportStyle } from "./dialog";
import { join } from "./join";

interface AlertDialogProps {
  title: ReactNode;
  /** The consequences, in numbers. */
  description: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Names the effect: "Pause journey". */
  action: string;
  danger?: boolean;
  /** Stays open and busy until it settles; a throw leaves it open. */
  onAction: () => void | Promise<void>;
  children?: ReactNode;
}

/** A question that must be answered before anything else: what will happen, and a way out. */
export function AlertDialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  action,
  danger,
  onAction,
  children,
}: AlertDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return (
    <Base.Root open={open ?? ownOpen} onOpenChange={change}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Viewport className={dialogViewportStyle}>
          <Base.Popup className={join(dialogPopupStyle, "max-w-[440px] gap-2 p-5")}>
            <Base.Title className="text-section">{title}</Base.Title>
            <Base.Description className="text-ink-2">{description}</Base.Description>
            {children}
            <div className="mt-3 flex justify-end gap-2">
              <Base.Close render={<Button>Cancel</Button>} />
              <Button
                variant={danger ? "danger" : "primary"}
                busy={busy}
                onClick={async () => {
                  setBusy(true);
                  try {
                    await onAction();
                    change(false);
                  } finally {
                    setBusy(false);
                  }
                }}
              >
                {action}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
