"use client";
import { NumberField as Base } from "@base-ui/react/number-field";
import { Icon } from "./icon";
import { join } from "./join";

export interface NumberFieldProps {
  value: number | null;
  onValueChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Drawn behind the number: "%", "days". */
  unit?: string;
  format?: Intl.NumberFormatOptions;
  name?: string;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
}

const stepper = "grid h-full w-6 place-items-center text-ink-3 hover:text-ink data-[disabled]:opacity-40";

export function NumberField({
  value,
  onValueChange,
  unit,
  className,
  "aria-label": ariaLabel,
  ...rest
}: NumberFieldProps) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onValueChange(next)}
      className={join("min-w-0", className)}
      {...rest}
    >
      <Base.Group className="flex h-8 items-center rounded-field border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-focus data-[invalid]:border-bad data-[disabled]:opacity-60">
        <Base.Input
          className="h-full w-full min-w-8 flex-1 bg-transparent px-2.5 text-body text-ink outline-none"
          {...(ariaLabel ? { "aria-label": ariaLabel } : {})}
        />
        {unit && <span className="pr-1 text-small text-ink-3">{unit}</span>}
        <Base.Decrement aria-label="Less" className={stepper}>
          <Icon name="remove" size={12} />
        </Base.Decrement>
        <Base.Increment aria-label="More" className={stepper}>
          <Icon name="add" size={12} />
        </Base.Increment>
      </Base.Group>
    </Base.Root>
  );
}
