import type { ReactNode } from "react";

/** Says on every page that this is the demo workspace. 28 px, as `--demo-bar` says. */
export function DemoBar({ children }: { children?: ReactNode }) {
  return (
    <aside
      aria-label="About this workspace"
      className="no-print sticky top-0 z-30 flex h-[28px] items-center justify-center gap-2 border-b border-line bg-sunken px-4 text-small text-ink-2"
    >
      <span className="font-medium text-ink">Demo workspace</span>
      {children}
    </aside>
  );
}
