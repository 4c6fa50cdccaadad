"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { Command as Palette } from "cmdk";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { backdropStyle, dialogPopupStyle } from "@/components/ui/dialog";
import { Icon, type IconName } from "@/components/ui/icon";
import { join } from "@/components/ui/join";
import { Kbd } from "@/components/ui/kbd";
import { leave } from "@/lib/client/session";
import { useCommandStore } from "./command-store";
import { inGroups } from "./in-groups";
import { everyPlace, placeHref } from "./places";
import { chooseTheme, themes } from "./theme";

/** A journey, account or person found by its name. */
export interface SearchHit {
  id: string;
  group: string;
  label: string;
  note?: string;
  icon?: IconName;
  href: string;
}

export type Search = (query: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;

interface CommandPaletteProps {
  ws: string;
  search?: Search;
}

const headings =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-ink-3";
const line =
  "flex min-h-9 items-center gap-2.5 rounded-field px-2 py-1.5 data-[selected=true]:bg-sunken dark:data-[selected=true]:bg-surface";

function Line({
  icon,
  label,
  note,
  keys,
}: {
  icon?: IconName | undefined;
  label: string;
  note?: string | undefined;
  keys?: string | undefined;
}) {
  return (
    <>
      <Icon name={icon ?? "arrowRight"} className="text-ink-2" />
      <span className="min-w-0 flex-1 truncate">
        {label}
        {note && <span className="ml-2 text-small text-ink-3">{note}</span>}
      </span>
      {keys && <Kbd keys={keys} />}
    </>
  );
}

export function CommandPalette({ ws, search }: CommandPaletteProps) {
  const router = useRouter();
  const open = useCommandStore((state) => state.open === "palette");
  const show = useCommandStore((state) => state.show);
  const byOwner = useCommandStore((state) => state.byOwner);
  const [query, setQuery] = useState("");
  const words = query.trim();
  const found = useQuery({
    queryKey: ["search", ws, words],
    queryFn: ({ signal }) => search?.(words, signal) ?? [],
    enabled: open && search !== undefined && words.length > 1,
  });
  const change = (next: boolean) => {
    show(next ? "palette" : null);
    if (!next) setQuery("");
  };
  const go = (act: () => void) => {
    change(false);
    act();
  };
  const commands = inGroups(Object.values(byOwner).flat());
  const hits = inGroups(found.data ?? []);
  return (
    <Base.Root open={open} onOpenChange={(next) => change(next)}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup
          className={join(
            dialogPopupStyle,
            "fixed! top-[12dvh] left-1/2 z-40 max-h-[70dvh]! w-[min(560px,calc(100vw-32px))]! -translate-x-1/2",
          )}
        >
          <Base.Title className="visually-hidden">Find or do anything</Base.Title>
          <Palette label="Find or do anything" loop>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Icon name="search" className="text-ink-3" />
              <Palette.Input
                value={query}
                onValueChange={setQuery}
                placeholder={search ? "Find a journey, account or page" : "Find a page or command"}
                className="h-12 min-w-0 flex-1 bg-transparent text-section font-normal! outline-none"
              />
              <Base.Close className="rounded-tag" aria-label="Close, Esc">
                <Kbd keys="Esc" />
              </Base.Close>
            </div>
            <Palette.List className={join("max-h-[calc(70dvh-50px)] overflow-y-auto p-2", headings)}>
              <Palette.Empty className="px-2 py-6 text-center text-ink-3">
                {found.isFetching ? "Looking" : `Nothing is called “${words}”`}
              </Palette.Empty>
              {[...hits].map(([group, list]) => (
                <Palette.Group key={group} heading={group} forceMount>
                  {list.map((hit) => (
                    <Palette.Item
                      key={hit.id}
                      value={`${hit.group} ${hit.id}`}
                      forceMount
                      className={line}
                      onSelect={() => go(() => router.push(hit.href))}
                    >
                      <Line icon={hit.icon} label={hit.label} note={hit.note} />
                    </Palette.Item>
                  ))}
                </Palette.Group>
              ))}
              {[...commands].map(([group, list]) => (
                <Palette.Group key={group} heading={group}>
                  {list.map((command) => (
                    <Palette.Item
                      key={command.id}
                      value={command.id}
                      keywords={[command.label]}
                      className={line}
                      onSelect={() => go(command.run)}
                    >
                      <Line icon={command.icon} label={command.label} keys={command.keys} />
                    </Palette.Item>
                  ))}
                </Palette.Group>
              ))}
              <Palette.Group heading="Go to">
                {everyPlace.map((place) => (
                  <Palette.Item
                    key={place.id}
                    value={place.label}
                    className={line}
                    onSelect={() => go(() => router.push(placeHref(ws, place)))}
                  >
                    <Line icon={place.icon} label={place.label} keys={`g ${place.key}`} />
                  </Palette.Item>
                ))}
              </Palette.Group>
              <Palette.Group heading="You and this browser">
                <Palette.Item value="Keyboard help" className={line} onSelect={() => show("help")}>
                  <Line icon="keyboard" label="Keyboard help" keys="?" />
                </Palette.Item>
                {themes.map(({ theme, label, icon }) => (
                  <Palette.Item
                    key={theme}
                    value={`Theme: ${label}`}
                    className={line}
                    onSelect={() => go(() => chooseTheme(theme))}
                  >
                    <Line icon={icon} label={`Theme: ${label}`} />
                  </Palette.Item>
                ))}
                <Palette.Item value="Sign out" className={line} onSelect={() => go(() => void leave())}>
                  <Line icon="signOut" label="Sign out" />
                </Palette.Item>
              </Palette.Group>
            </Palette.List>
          </Palette>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
