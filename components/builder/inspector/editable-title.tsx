"use client";
import { useEffect, useRef, useState } from "react";

interface EditableTitleProps {
  label: string;
  value: string;
  disabled?: boolean;
  /** Grows when the title should take the focus with its text selected. */
  focusTick?: number;
  onChange: (value: string) => void;
  /** After Enter. */
  onDone?: () => void;
}

/** A name that is changed where it stands. Empty keeps the old one. */
export function EditableTitle({ label, value, disabled, focusTick = 0, onChange, onDone }: EditableTitleProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusTick === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [focusTick]);
  return (
    <input
      ref={field}
      aria-label={label}
      value={typed ?? value}
      maxLength={120}
      readOnly={disabled}
      className="h-7 max-w-full min-w-24 truncate [field-sizing:content] rounded-tag border border-transparent bg-transparent px-1 text-section text-ink hover:border-line-strong focus:border-line-strong focus:bg-surface"
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value.trim() !== "") onChange(event.target.value);
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.currentTarget.blur();
        onDone?.();
      }}
    />
  );
}
