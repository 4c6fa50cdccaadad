"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { Tooltip } from "@/components/ui/tooltip";
import { AvatarMenu, type SignOutEverywhere } from "./avatar-menu";
import { useCommandStore } from "./command-store";
import { Logo } from "./logo";
import type { Member } from "./member";
import { isWithin, type Place, placeHref, places, settingsPlace } from "./places";
import { RailLink, railItemStyle } from "./rail-link";
import { railCookie, remember } from "./remember";
import type { Theme } from "./theme";

interface RailProps {
  ws: string;
  workspaceName: string;
  member: Member;
  demo: boolean;
  theme: Theme;
  wideAtStart: boolean;
  approvalsWaiting: number;
  signOutEverywhere: SignOutEverywhere;
}

export function Rail({
  ws,
  workspaceName,
  member,
  demo,
  theme,
  wideAtStart,
  approvalsWaiting,
  signOutEverywhere,
}: RailProps) {
  const pathname = usePathname();
  const show = useCommandStore((state) => state.show);
  const [wide, setWide] = useState(wideAtStart);
  const link = (place: Place) => (
    <RailLink
      key={place.id}
      place={place}
      href={placeHref(ws, place)}
      current={isWithin(pathname, ws, place)}
      wide={wide}
      count={place.id === "approvals" ? approvalsWaiting : 0}
    />
  );
  return (
    <nav
      aria-label="Main"
      className={join(
        "no-print sticky top-[var(--demo-bar)] z-30 flex h-[calc(100dvh-var(--demo-bar))] shrink-0 flex-col gap-1 border-r border-line bg-bg px-2 pb-2 max-md:hidden",
        wide ? "w-[208px]" : "w-[52px]",
      )}
    >
      <Link
        href={`/${ws}`}
        prefetch={false}
        aria-label={`${workspaceName}, home`}
        className="flex h-12 shrink-0 items-center gap-2.5 px-1.5"
      >
        <Logo size={24} />
        {wide && <span className="truncate text-section">{workspaceName}</span>}
      </Link>
      {places.map(link)}
      <div className="flex-1" />
      <Tooltip text="Search" keys="Ctrl K" side="right" disabled={wide}>
        <button
          type="button"
          aria-label="Search"
          aria-keyshortcuts="Control+K Meta+K"
          className={railItemStyle}
          onClick={() => show("palette")}
        >
          <Icon name="search" />
          {wide && <span>Search</span>}
        </button>
      </Tooltip>
      {link(settingsPlace)}
      <Tooltip text={wide ? "Show icons only" : "Show names"} side="right">
        <button
          type="button"
          aria-label={wide ? "Show icons only" : "Show names"}
          aria-expanded={wide}
          className={railItemStyle}
          onClick={() => {
            remember(railCookie, wide ? null : "wide");
            setWide(!wide);
          }}
        >
          <Icon name={wide ? "collapse" : "expand"} />
          {wide && <span>Show icons only</span>}
        </button>
      </Tooltip>
      <AvatarMenu ws={ws} member={member} demo={demo} theme={theme} wide={wide} signOutEverywhere={signOutEverywhere} />
    </nav>
  );
}
