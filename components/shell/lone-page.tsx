import type { ReactNode } from "react";
import { Logo } from "./logo";

/** A page outside every workspace: one short column. */
export function LonePage({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[400px] flex-col justify-center gap-3 px-4 py-12">
      <Logo size={32} />
      <h1 className="mt-3 text-title">{title}</h1>
      <div className="text-ink-2">{children}</div>
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </main>
  );
}
