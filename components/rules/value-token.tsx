"use client";
import { useState } from "react";
import { DurationField } from "@/components/ui/duration-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { operators } from "@/lib/audience/operators";
import type { OperatorName, PropertyClause } from "@/lib/audience/rule";
import { valueWords } from "./rule-words";
import { TokenButton } from "./token";

type Value = PropertyClause["value"];
const DAY_MS = 86_400_000;

/** The value a new operator starts from, keeping the old one where it fits. */
export function valueFor(op: OperatorName, value: Value): Value {
  const { takes } = operators[op];
  if (takes === null) return undefined;
  if (takes === "many") return Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value];
  const one = Array.isArray(value) ? value[0] : value;
  if (takes === "duration") return typeof one === "number" && one >= 60_000 ? one : 30 * DAY_MS;
  if (takes === "number") return typeof one === "number" ? one : Number(one) || 1;
  return one === undefined ? "" : one;
}

/** "5" becomes a number and "true" a yes, as events and traits usually carry them; quotes keep text. */
function read(text: string, takes: (typeof operators)[OperatorName]["takes"]): Value {
  if (takes === "many")
    return text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const trimmed = text.trim();
  if (takes === "number") return Number.isFinite(Number(trimmed)) && trimmed !== "" ? Number(trimmed) : 0;
  if (takes === "text" || takes === "date") return trimmed;
  if (trimmed === "true" || trimmed === "false") return trimmed === "true";
  return trimmed !== "" && String(Number(trimmed)) === trimmed ? Number(trimmed) : trimmed.replace(/^"(.*)"$/, "$1");
}

interface ValueTokenProps {
  clause: Pick<PropertyClause, "op" | "value">;
  onValueChange: (value: Value) => void;
}

export function ValueToken({ clause, onValueChange }: ValueTokenProps) {
  const [open, setOpen] = useState(false);
  const { takes, label } = operators[clause.op];
  if (takes === null) return null;
  const shown = valueWords(clause).trim();
  const text = Array.isArray(clause.value) ? clause.value.join(", ") : String(clause.value ?? "");
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger={
        <TokenButton aria-label={`Value: ${shown}`} missing={shown === "…"}>
          {shown === "…" ? "value" : shown}
        </TokenButton>
      }
    >
      {takes === "duration" ? (
        <DurationField
          aria-label={`Value, ${label}`}
          valueMs={typeof clause.value === "number" ? clause.value : null}
          onValueChange={(ms) => ms !== null && onValueChange(ms)}
        />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpen(false);
          }}
        >
          <Field label={`Value, ${label}`} hint={takes === "many" ? "Separate several with commas." : undefined}>
            <Input
              autoFocus
              type={takes === "date" ? "date" : "text"}
              inputMode={takes === "number" ? "decimal" : "text"}
              defaultValue={text}
              onValueChange={(typed) => onValueChange(read(typed, takes))}
            />
          </Field>
        </form>
      )}
    </Popover>
  );
}
