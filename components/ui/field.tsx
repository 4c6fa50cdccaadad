"use client";
import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { join } from "./join";

interface FieldProps {
  label: ReactNode;
  /** Shown under the control in words: what is wrong and how to mend it. */
  error?: ReactNode;
  hint?: ReactNode;
  name?: string;
  /** The label is read out but not drawn. */
  hideLabel?: boolean;
  required?: boolean;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label, control, hint and error, wired to each other. The control is any of Input, Textarea, Select, Combobox, NumberField. */
export function Field({ label, error, hint, name, hideLabel, required, disabled, className, children }: FieldProps) {
  return (
    <Base.Root
      invalid={Boolean(error)}
      className={join("flex min-w-0 flex-col gap-1.5", className)}
      {...(name ? { name } : {})}
      {...(disabled ? { disabled } : {})}
    >
      <Base.Label className={hideLabel ? "visually-hidden" : "text-small text-ink-2"}>
        {label}
        {required && <span className="text-ink-3"> (needed)</span>}
      </Base.Label>
      {children}
      {hint && !error && <Base.Description className="text-small text-ink-3">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="text-small text-bad">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
