"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { useMemo } from "react";
import { fieldStyle } from "./field-style";
import { Icon } from "./icon";
import { join } from "./join";
import { itemStyle, popupStyle } from "./popup-style";
import type { Option } from "./select";

interface ComboboxProps<Value extends string> {
  options: readonly Option<Value>[];
  value: Value | null;
  onValueChange: (value: Value | null) => void;
  placeholder?: string;
  /** Said when nothing matches. */
  empty?: string;
  /** What is typed may be taken as it stands (an event name not seen yet). */
  allowOther?: boolean;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
}

/** A choice among many, found by typing. */
export function Combobox<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder = "Search",
  empty = "Nothing matches",
  allowOther = false,
  disabled,
  className,
  ...aria
}: ComboboxProps<Value>) {
  const chosen = useMemo(() => {
    if (value === null) return null;
    return options.find((option) => option.value === value) ?? { value, label: value };
  }, [options, value]);
  return (
    <Base.Root<Option<Value>>
      items={options}
      value={chosen}
      modal
      autoHighlight={!allowOther}
      isItemEqualToValue={(a, b) => a.value === b.value}
      onValueChange={(next) => onValueChange(next?.value ?? null)}
      {...(disabled ? { disabled } : {})}
    >
      <div className={join("relative", className)}>
        <Base.Input
          placeholder={placeholder}
          className={join(fieldStyle, "pr-8")}
          onBlur={(event) => {
            const typed = event.currentTarget.value.trim();
            if (allowOther && typed !== "" && typed !== chosen?.label) onValueChange(typed as Value);
          }}
          {...aria}
        />
        <Base.Trigger
          aria-label="Show choices"
          tabIndex={-1}
          className="absolute top-0 right-0 grid size-8 place-items-center text-ink-3"
        >
          <Icon name="upDown" size={14} />
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup
            className={join(
              popupStyle,
              "max-h-[min(22rem,var(--available-height))] w-[max(var(--anchor-width),14rem)] overflow-y-auto",
            )}
          >
            <Base.Empty className="px-3 py-2 text-ink-3 empty:hidden">{allowOther ? null : empty}</Base.Empty>
            <Base.List className="p-1 empty:hidden">
              {(option: Option<Value>) => (
                <Base.Item key={option.value} value={option} disabled={option.disabled ?? false} className={itemStyle}>
                  {option.icon && <Icon name={option.icon} className="text-ink-2" />}
                  <span className="min-w-0 flex-1">
                    {option.label}
                    {option.note && <span className="block text-small text-ink-3">{option.note}</span>}
                  </span>
                  <Base.ItemIndicator>
                    <Icon name="check" size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
