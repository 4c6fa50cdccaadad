"use client";
import type { ComponentProps, ReactElement } from "react";
import { Menu } from "@/components/ui/menu";
import { join } from "@/components/ui/join";

/** A word of the sentence that can be changed. */
export function TokenButton({ className, missing, ...rest }: ComponentProps<"button"> & { missing?: boolean }) {
  return (
    <button
      type="button"
      className={join(
        "inline-flex min-h-6 max-w-full items-center rounded-tag border px-1.5 text-left text-body font-semibold break-words hover:border-line-strong data-[popup-open]:border-accent",
        missing ? "border-dashed border-line-strong text-ink-3" : "border-line bg-surface text-ink",
        className,
      )}
      {...rest}
    />
  );
}

interface ChoiceTokenProps<Value extends string> {
  /** What is being chosen, for screen readers. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onValueChange: (value: Value) => void;
  quiet?: boolean;
}

/** A word chosen from a few. */
export function ChoiceToken<Value extends string>({
  label,
  value,
  options,
  onValueChange,
  quiet,
}: ChoiceTokenProps<Value>): ReactElement {
  const shown = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Menu
      trigger={
        <TokenButton aria-label={`${label}: ${shown}`} className={quiet ? "font-normal! italic" : ""}>
          {shown}
        </TokenButton>
      }
      entries={options.map((option) => ({
        type: "action",
        label: option.label,
        onSelect: () => onValueChange(option.value),
        ...(option.value === value ? { icon: "check" as const } : {}),
      }))}
    />
  );
}
