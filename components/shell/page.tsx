import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

interface PageProps {
  /** 1120 for reading, 1330 for reports, none for boards. */
  width?: "reading" | "report" | "full";
  /** A column of 320 px beside the main one. */
  side?: ReactNode;
  className?: string;
  children: ReactNode;
}

const widths = { reading: "max-w-[1176px]", report: "max-w-[1386px]", full: "" } as const;

/** The gutter and width of a page below its `<TopBar>`; blocks stand 24 px apart. */
export function Page({ width = "report", side, className, children }: PageProps) {
  return (
    <div className={join("w-full px-4 pt-5 pb-12 md:px-7", widths[width], className)}>
      {side ? (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
          <div className="flex min-w-0 flex-col gap-6">{children}</div>
          <aside className="flex min-w-0 flex-col gap-6">{side}</aside>
        </div>
      ) : (
        <div className="flex min-w-0 flex-col gap-6">{children}</div>
      )}
    </div>
  );
}
