"use client";
import { Select as Base } from "@base-ui/react/select";
import type { ReactNode } from "react";
import { fieldStyle } from "./field-style";
import { Icon, type IconName } from "./icon";
import { join } from "./join";
import { itemStyle, popupStyle } from "./popup-style";

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  icon?: IconName;
  /** A second, quieter line. */
  note?: string;
  disabled?: boolean;
}

interface SelectProps<Value extends string> {
  options: readonly Option<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  /** Needed where no Field gives a label. */
  "aria-label"?: string;
  size?: "m" | "s";
  className?: string;
  /** Drawn before the value, e.g. a dot in a stage's colour. */
  lead?: ReactNode;
}

export function Select<Value extends string>({
  options,
  value,
  defaultValue,
  onValueChange,
  placeholder = "Choose",
  name,
  disabled,
  size = "m",
  className,
  lead,
  ...aria
}: SelectProps<Value>) {
  return (
    <Base.Root
      items={options}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(name ? { name } : {})}
      {...(disabled ? { disabled } : {})}
      onValueChange={(next) => {
        if (next !== null) onValueChange?.(next as Value);
      }}
    >
      <Base.Trigger
        className={join(fieldStyle, "flex items-center gap-2 text-left", size === "s" && "h-7!", className)}
        {...aria}
      >
        {lead}
        <Base.Value placeholder={placeholder} className="min-w-0 flex-1 truncate data-[placeholder]:text-ink-3" />
        <Base.Icon className="text-ink-3">
          <Icon name="upDown" size={14} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup
            className={join(
              popupStyle,
              "max-h-[min(22rem,var(--available-height))] min-w-[var(--anchor-width)] overflow-y-auto p-1",
            )}
          >
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className={itemStyle}
                >
                  {option.icon && <Icon name={option.icon} className="text-ink-2" />}
                  <span className="min-w-0 flex-1">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.note && <span className="block text-small text-ink-3">{option.note}</span>}
                  </span>
                  <Base.ItemIndicator>
                    <Icon name="check" size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
