"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import { useId, type ReactNode } from "react";

interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps<Value extends string> {
  label: ReactNode;
  options: readonly RadioOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  name?: string;
  hideLabel?: boolean;
}

export function RadioGroup<Value extends string>({
  label,
  options,
  onValueChange,
  hideLabel,
  ...rest
}: RadioGroupProps<Value>) {
  const labelId = useId();
  return (
    <Base<Value>
      aria-labelledby={labelId}
      className="flex flex-col gap-1"
      onValueChange={(value) => onValueChange?.(value)}
      {...rest}
    >
      <span id={labelId} className={hideLabel ? "visually-hidden" : "text-small text-ink-2"}>
        {label}
      </span>
      {options.map((option) => (
        <label key={option.value} htmlFor={`${labelId}-${option.value}`} className="flex min-h-6 gap-2 py-[3px]">
          <Radio.Root
            id={`${labelId}-${option.value}`}
            value={option.value}
            disabled={option.disabled ?? false}
            className="mt-px grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface data-[checked]:border-accent data-[disabled]:opacity-60"
          >
            <Radio.Indicator className="size-2 rounded-full bg-accent" />
          </Radio.Root>
          <span>
            {option.label}
            {option.hint && <span className="block text-small text-ink-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </Base>
  );
}
