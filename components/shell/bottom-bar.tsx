"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/icon";
import { useCommandStore } from "./command-store";
import { everyPlace, isWithin, placeHref } from "./places";

const itemStyle =
  "flex h-14 flex-1 flex-col items-center justify-center gap-1 text-chip text-ink-2 aria-[current=page]:text-accent-text aria-[current=page]:font-semibold";

/** On a phone, in place of the rail. */
export function BottomBar({ ws, approvalsWaiting }: { ws: string; approvalsWaiting: number }) {
  const pathname = usePathname();
  const show = useCommandStore((state) => state.show);
  return (
    <nav aria-label="Main" className="no-print fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-bg md:hidden">
      {everyPlace
        .filter((place) => place.phone)
        .map((place) => (
          <Link
            key={place.id}
            href={placeHref(ws, place)}
            prefetch={false}
            aria-current={isWithin(pathname, ws, place) ? "page" : undefined}
            className={itemStyle}
          >
            <Icon name={place.icon} size={20} />
            {place.id === "approvals" && approvalsWaiting > 0 ? `${place.label} (${approvalsWaiting})` : place.label}
          </Link>
        ))}
      <button type="button" className={itemStyle} onClick={() => show("palette")}>
        <Icon name="search" size={20} />
        Search
      </button>
    </nav>
  );
}
