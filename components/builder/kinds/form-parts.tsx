"use client";
import { type ReactNode, useState } from "react";
import { useBuilder } from "@/components/builder/builder-context";
import { DurationField } from "@/components/ui/duration-field";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";

/** Words and names every form needs. */
export function useFormContext() {
  const subject = useBuilder((state) => state.draft.document.subject);
  const vocabulary = useBuilder((state) => state.vocabulary);
  const workspace = useBuilder((state) => state.workspace);
  return { subject, vocabulary, workspace };
}

interface DurationRowProps {
  label: string;
  hint?: string;
  valueMs: number;
  minMs?: number;
  onChange: (ms: number) => void;
}

const YEARS_5_MS = 5 * 366 * 86_400_000;

export function DurationRow({ label, hint, valueMs, minMs = 0, onChange }: DurationRowProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-small text-ink-2">{label}</span>
      <DurationField
        aria-label={label}
        valueMs={valueMs}
        minMs={minMs}
        maxMs={YEARS_5_MS}
        onValueChange={(ms) => ms !== null && onChange(Math.round(ms))}
      />
      {hint && <span className="text-small text-ink-3">{hint}</span>}
    </div>
  );
}

interface NameFieldProps {
  label: string;
  value: string;
  names: readonly string[];
  placeholder?: string;
  hint?: string;
  /** An empty value is allowed; otherwise it is kept here and not written. */
  mayBeEmpty?: boolean;
  name?: string;
  onChange: (value: string) => void;
}

/** A text field that offers known names. */
export function NameField({ label, value, names, placeholder, hint, mayBeEmpty, name, onChange }: NameFieldProps) {
  const listId = `names-${label.replace(/\W+/g, "-").toLowerCase()}`;
  const [typed, setTyped] = useState<string | null>(null);
  const isEmpty = typed !== null && typed.trim() === "" && !mayBeEmpty;
  return (
    <Field
      label={label}
      hint={hint}
      error={isEmpty ? `${label} needs a value. The old one is kept until you type one.` : undefined}
      {...(name ? { name } : {})}
    >
      <Input
        value={typed ?? value}
        list={listId}
        placeholder={placeholder}
        onValueChange={(next) => {
          setTyped(next);
          if (mayBeEmpty || next.trim() !== "") onChange(next);
        }}
        onBlur={() => setTyped(null)}
      />
      <datalist id={listId}>
        {names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </Field>
  );
}

/** Fields most people leave alone. */
export function More({ children }: { children: ReactNode }) {
  return (
    <details className="group">
      <summary className="flex min-h-7 list-none items-center gap-1 text-small text-ink-2 hover:text-ink">
        <Icon name="right" size={14} className="transition-transform duration-120 group-open:rotate-90" />
        More
      </summary>
      <div className="flex flex-col gap-3 pt-2">{children}</div>
    </details>
  );
}
