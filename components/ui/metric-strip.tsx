import type { ReactNode } from "react";

/** One frame around a row of `<MetricTile>`, parted by hairlines. */
export function MetricStrip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fit,minmax(200px,1fr))] gap-px overflow-hidden rounded-card border border-line bg-line [&>*]:bg-surface"
    >
      {children}
    </dl>
  );
}
