import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";

export interface Crumb {
  label: string;
  href: string;
}

interface TopBarProps {
  crumbs?: readonly Crumb[];
  /** A word, or a control that renames. */
  title: ReactNode;
  /** The page's heading stands elsewhere (a sentence in `<PageHeader>`). */
  headingBelow?: boolean;
  /** Chips beside the title: state, save state. */
  tags?: ReactNode;
  /** The mode switch. */
  centre?: ReactNode;
  /** At most one primary button. */
  right?: ReactNode;
}

/** The first thing a page draws: 48 px that stay. */
export function TopBar({ crumbs = [], title, headingBelow = false, tags, centre, right }: TopBarProps) {
  const Title = headingBelow ? "span" : "h1";
  return (
    <header
      className={join(
        "no-print sticky top-[var(--demo-bar)] z-20 grid h-12 shrink-0 items-center gap-4 border-b border-line bg-bg px-4",
        centre ? "grid-cols-[1fr_auto_1fr]" : "grid-cols-[1fr_auto]",
      )}
    >
      <div className="flex min-w-0 items-center gap-2.5">
        {crumbs.length > 0 && (
          <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2.5 text-ink-2 max-md:hidden">
            {crumbs.map((crumb) => (
              <Fragment key={crumb.href}>
                <Link href={crumb.href} className="truncate hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <Icon name="right" size={14} className="text-ink-3" />
              </Fragment>
            ))}
          </nav>
        )}
        <Title className="min-w-0 truncate text-section">{title}</Title>
        {tags && <div className="flex min-w-0 items-center gap-2 max-md:hidden">{tags}</div>}
      </div>
      {centre && <div className="max-md:hidden">{centre}</div>}
      <div className={join("flex items-center justify-end gap-2", Boolean(centre) && "max-md:col-start-3")}>
        {right}
      </div>
    </header>
  );
}
