import type { ReactNode } from "react";

interface PageHeaderProps {
  /** One sentence that says what is so. */
  title: ReactNode;
  /** Cause and outlook, at most two sentences. */
  children?: ReactNode;
  right?: ReactNode;
}

/** The sentence a page opens with. Give its `<TopBar>` `headingBelow`. */
export function PageHeader({ title, children, right }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="max-w-[720px] min-w-0 flex-1 basis-[360px]">
        <h1 className="text-title">{title}</h1>
        {children && <div className="mt-1 text-ink-2">{children}</div>}
      </div>
      {right && <div className="flex flex-wrap items-center gap-2">{right}</div>}
    </div>
  );
}
