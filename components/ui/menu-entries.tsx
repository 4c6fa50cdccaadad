"use client";
import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { join } from "./join";
import { Kbd } from "./kbd";
import type { MenuEntry } from "./menu-entry";
import { itemStyle, popupStyle } from "./popup-style";

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
      {icon && <Icon name={icon} className="text-ink-2" />}
      <span className="min-w-0 flex-1">
        {label}
        {note && <span className="block text-small text-ink-3">{note}</span>}
      </span>
      {keys && <Kbd keys={keys} />}
    </>
  );
}

function Ticked({ children }: { children: ReactNode }) {
  return <span className="ml-2 grid size-4 place-items-center">{children}</span>;
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.type) {
    case "separator":
      return <Base.Separator className="my-1 h-px bg-line" />;
    case "link":
      return (
        <Base.LinkItem
          className={itemStyle}
          closeOnClick
          render={<Link href={entry.href} {...(entry.newTab ? { target: "_blank" } : {})} />}
        >
          <Line icon={entry.icon} label={entry.label} note={entry.note} />
        </Base.LinkItem>
      );
    case "check":
      return (
        <Base.CheckboxItem
          className={itemStyle}
          checked={entry.checked}
          onCheckedChange={(next) => entry.onCheckedChange(next)}
        >
          <Line label={entry.label} />
          <Ticked>
            <Base.CheckboxItemIndicator>
              <Icon name="check" size={14} />
            </Base.CheckboxItemIndicator>
          </Ticked>
        </Base.CheckboxItem>
      );
    case "choice":
      return (
        <Base.RadioGroup value={entry.value} onValueChange={(next: string) => entry.onValueChange(next)}>
          <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-small text-ink-3">{entry.label}</Base.GroupLabel>
          {entry.options.map((option) => (
            <Base.RadioItem key={option.value} value={option.value} className={itemStyle}>
              <Line icon={option.icon} label={option.label} note={option.note} />
              <Ticked>
                <Base.RadioItemIndicator>
                  <Icon name="check" size={14} />
                </Base.RadioItemIndicator>
              </Ticked>
            </Base.RadioItem>
          ))}
        </Base.RadioGroup>
      );
    case "submenu":
      return (
        <Base.SubmenuRoot>
          <Base.SubmenuTrigger className={itemStyle}>
            <Line icon={entry.icon} label={entry.label} />
            <Icon name="right" size={14} className="text-ink-3" />
          </Base.SubmenuTrigger>
          <Base.Portal>
            <Base.Positioner sideOffset={4} className="z-50">
              <Base.Popup className={join(popupStyle, "min-w-44 p-1")}>
                <MenuEntries entries={entry.entries} />
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.SubmenuRoot>
      );
    default:
      return (
        <Base.Item
          className={join(itemStyle, entry.danger && "text-bad!")}
          disabled={entry.disabled ?? false}
          onClick={entry.onSelect}
        >
          <Line icon={entry.icon} label={entry.label} note={entry.note} keys={entry.keys} />
        </Base.Item>
      );
  }
}

export function MenuEntries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, place) => (
    <Entry key={entry.type === "separator" ? `separator ${place}` : entry.label} entry={entry} />
  ));
}
