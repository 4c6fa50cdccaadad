"use client";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

interface ErrorBlockProps {
  /** What failed and since when: "The CRM did not answer for 30 s." */
  title: ReactNode;
  children?: ReactNode;
  onRetry?: () => void;
  busy?: boolean;
  /** What stays of the block: its last good data. */
  last?: ReactNode;
}

/** A block that failed keeps its frame, says what failed, and offers another try. */
export function ErrorBlock({ title, children, onRetry, busy = false, last }: ErrorBlockProps) {
  return (
    <div className="flex flex-col gap-3">
      <div role="alert" className="flex items-start gap-2 rounded-field bg-bad-soft px-3 py-2 text-bad">
        <Icon name="problem" className="mt-px" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{title}</p>
          {children && <div className="text-small">{children}</div>}
        </div>
        {onRetry && (
          <Button size="s" onClick={onRetry} busy={busy}>
            Try again
          </Button>
        )}
      </div>
      {last}
    </div>
  );
}
