"use client";
import { Command } from "cmdk";
import { useState } from "react";
import { Popover } from "@/components/ui/popover";
import { TokenButton } from "./token";

interface NameListProps {
  placeholder: string;
  groups: readonly { heading?: string; items: readonly { value: string; label: string; note?: string }[] }[];
  /** What is typed may be taken as it stands. */
  allowOther?: ((typed: string) => { label: string; value: string }[]) | undefined;
  onPick: (value: string) => void;
}

const itemStyle =
  "flex min-h-8 cursor-default items-center gap-2 rounded-field px-2 py-1 text-body data-[selected=true]:bg-sunken dark:data-[selected=true]:bg-surface";

/** A searchable list of names. */
export function NameList({ placeholder, groups, allowOther, onPick }: NameListProps) {
  const [typed, setTyped] = useState("");
  const others = typed.trim() === "" ? [] : (allowOther?.(typed.trim()) ?? []);
  return (
    <Command label={placeholder} className="w-64">
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder={placeholder}
        className="h-8 w-full rounded-field border border-line-strong bg-surface px-2.5 text-body outline-none focus-visible:outline-2 focus-visible:outline-focus"
      />
      <Command.List className="mt-2 max-h-60 overflow-y-auto">
        <Command.Empty className="px-2 py-1.5 text-ink-3">Nothing matches</Command.Empty>
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <Command.Group
              key={group.heading ?? ""}
              heading={group.heading}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-ink-3"
            >
              {group.items.map((item) => (
                <Command.Item
                  key={item.value}
                  value={`${item.label} ${item.value}`}
                  onSelect={() => onPick(item.value)}
                  className={itemStyle}
                >
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.note && <span className="text-small text-ink-3">{item.note}</span>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        {others.map((other) => (
          <Command.Item
            key={other.value}
            forceMount
            value={`other ${other.value}`}
            onSelect={() => onPick(other.value)}
            className={itemStyle}
          >
            {other.label}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

interface NameTokenProps {
  label: string;
  value: string;
  shown?: string;
  names: readonly { value: string; label: string }[];
  allowOther?: boolean;
  onValueChange: (value: string) => void;
}

/** A name (of a trait, an event, a segment) found by typing. */
export function NameToken({ label, value, shown = value, names, allowOther = true, onValueChange }: NameTokenProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      className="p-2!"
      trigger={
        <TokenButton aria-label={`${label}: ${shown || "not chosen"}`} missing={shown === ""}>
          {shown === "" ? label.toLowerCase() : shown}
        </TokenButton>
      }
    >
      <NameList
        placeholder={label}
        groups={[{ items: names }]}
        allowOther={
          allowOther
            ? (typed) => (names.some((name) => name.value === typed) ? [] : [{ label: `Use "${typed}"`, value: typed }])
            : undefined
        }
        onPick={(picked) => {
          onValueChange(picked);
          setOpen(false);
        }}
      />
    </Popover>
  );
}
