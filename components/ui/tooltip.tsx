"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd";

interface TooltipProps {
  /** The words shown. The trigger carries its own accessible name; a tooltip never replaces it. */
  text: ReactNode;
  keys?: string;
  side?: "top" | "right" | "bottom" | "left";
  disabled?: boolean;
  /** One focusable element. */
  children: ReactElement;
}

export function Tooltip({ text, keys, side = "top", disabled = false, children }: TooltipProps) {
  return (
    <Base.Root disabled={disabled}>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-60">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-field bg-ink px-2 py-1 text-small text-bg shadow-e2 transition-opacity duration-120 data-[starting-style]:opacity-0 data-[ending-style]:opacity-0 data-[instant]:duration-0">
            {text}
            {keys && <Kbd keys={keys} inverted />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
