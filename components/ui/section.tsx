import { type ReactNode, useId } from "react";

interface SectionProps {
  /** The finding, where there is one. */
  title: ReactNode;
  /** Measure and range. */
  note?: ReactNode;
  actions?: ReactNode;
  /** A hairline under the title, where rows do not bring their own. */
  hairline?: boolean;
  children: ReactNode;
}

export function Section({ title, note, actions, hairline = true, children }: SectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <div className={hairline ? "border-b border-line pb-2" : "pb-1"}>
        <div className="flex items-center justify-between gap-3">
          <h2 id={titleId} className="text-section">
            {title}
          </h2>
          {actions && <div className="flex shrink-0 items-center gap-1">{actions}</div>}
        </div>
        {note && <p className="text-ink-2">{note}</p>}
      </div>
      {children}
    </section>
  );
}
