"use client";
import { Checkbox as Base } from "@base-ui/react/checkbox";
import { type ReactNode, useId } from "react";
import { Icon } from "./icon";
import { join } from "./join";

interface CheckboxProps {
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  indeterminate?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
  hideLabel?: boolean;
}

export function Checkbox({ label, hint, hideLabel, onCheckedChange, indeterminate, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <label htmlFor={id} className={join("flex min-h-6 gap-2 py-[3px]", rest.disabled && "opacity-60")}>
      <Base.Root
        id={id}
        aria-labelledby={`${id}-label`}
        className="mt-px grid size-4 shrink-0 place-items-center rounded-[4px] border border-line-strong bg-surface text-on-accent data-[checked]:border-accent data-[checked]:bg-accent data-[indeterminate]:border-accent data-[indeterminate]:bg-accent"
        indeterminate={indeterminate ?? false}
        {...(onCheckedChange ? { onCheckedChange: (checked: boolean) => onCheckedChange(checked) } : {})}
        {...rest}
      >
        <Base.Indicator>
          <Icon name={indeterminate ? "remove" : "check"} size={12} />
        </Base.Indicator>
      </Base.Root>
      <span id={`${id}-label`} className={hideLabel ? "visually-hidden" : ""}>
        {label}
        {hint && <span className="block text-small text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
