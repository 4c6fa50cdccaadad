"use client";
import { Switch as Base } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";

interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
}

export function Switch({ label, hint, onCheckedChange, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-6 items-start justify-between gap-3 py-[3px]">
      <span id={`${id}-label`}>
        {label}
        {hint && <span className="block text-small text-ink-3">{hint}</span>}
      </span>
      <Base.Root
        id={id}
        aria-labelledby={`${id}-label`}
        className="relative flex h-[18px] items-center w-8 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors duration-120 data-[checked]:border-accent data-[checked]:bg-accent data-[disabled]:opacity-60"
        {...(onCheckedChange ? { onCheckedChange: (checked: boolean) => onCheckedChange(checked) } : {})}
        {...rest}
      >
        <Base.Thumb className="block size-3 translate-x-[3px] rounded-full bg-ink-2 transition-transform duration-120 ease-out data-[checked]:translate-x-[16px] data-[checked]:bg-on-accent" />
      </Base.Root>
    </label>
  );
}
