import Link from "next/link";
import { join } from "./join";
import { segmentStyle, trackStyle } from "./segment-style";

interface SegmentLink {
  href: string;
  label: string;
  current: boolean;
  keys?: string;
}

/** The mode switch: segments that are pages of their own. */
export function SegmentedLinks({ label, links }: { label: string; links: readonly SegmentLink[] }) {
  return (
    <nav aria-label={label} className={trackStyle}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.current ? "page" : undefined}
          aria-keyshortcuts={link.keys}
          className={join(segmentStyle, "h-7 px-3")}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
