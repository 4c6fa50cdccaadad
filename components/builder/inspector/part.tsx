import type { ReactNode } from "react";

/** A part of the inspector under its own heading. */
export function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <header>
        <h3 className="text-section">{title}</h3>
        {hint && <p className="text-small text-ink-2">{hint}</p>}
      </header>
      {children}
    </section>
  );
}
