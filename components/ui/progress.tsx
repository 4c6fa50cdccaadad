"use client";
import { Progress as Base } from "@base-ui/react/progress";
import type { ReactNode } from "react";

interface ProgressProps {
  /** What is being done: "Simulation". */
  label: ReactNode;
  /** Of `total`; null while the whole is not known. */
  value: number | null;
  total?: number;
  /** Count and time left: "6,200 of 10,000 runs, about 2 s". */
  detail?: string;
  action?: ReactNode;
}

export function Progress({ label, value, total = 100, detail, action }: ProgressProps) {
  return (
    <Base.Root
      value={value}
      max={total}
      className="flex flex-col gap-1.5"
      {...(detail ? { "aria-valuetext": detail } : {})}
    >
      <div className="flex items-center justify-between gap-3">
        <Base.Label>{label}</Base.Label>
        <span className="flex items-center gap-3 text-small text-ink-2">
          {detail}
          {action}
        </span>
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <Base.Indicator className="h-full rounded-full bg-accent data-[indeterminate]:w-1/3 data-[indeterminate]:animate-[slide-along_1.4s_linear_infinite]" />
      </Base.Track>
    </Base.Root>
  );
}
