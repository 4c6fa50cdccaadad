"use client";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { Tooltip } from "@/components/ui/tooltip";
import type { Place } from "./places";

export const railItemStyle =
  "relative flex h-9 items-center gap-2.5 rounded-field px-2.5 text-ink-2 transition-colors duration-120 hover:bg-sunken hover:text-ink dark:hover:bg-raised " +
  "aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-text";

interface RailLinkProps {
  place: Place;
  href: string;
  current: boolean;
  wide: boolean;
  count?: number;
}

export function RailLink({ place, href, current, wide, count = 0 }: RailLinkProps) {
  const name = count > 0 ? `${place.label}, ${count} waiting` : place.label;
  return (
    <Tooltip text={name} keys={`g ${place.key}`} side="right" disabled={wide}>
      <Link
        href={href}
        prefetch={false}
        aria-label={name}
        aria-current={current ? "page" : undefined}
        className={railItemStyle}
      >
        <Icon name={place.icon} />
        {wide && <span className="min-w-0 flex-1 truncate">{place.label}</span>}
        {count > 0 && (
          <span
            aria-hidden
            className={join(
              "rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-semibold text-on-accent",
              wide ? "min-w-5" : "absolute top-0 right-0 min-w-4",
            )}
          >
            {count > 99 ? "99+" : count}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
