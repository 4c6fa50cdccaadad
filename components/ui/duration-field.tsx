"use client";
import { useState } from "react";
import { type DurationUnit, joinDuration, splitDuration } from "./duration-unit";
import { NumberField } from "./number-field";
import { Select } from "./select";

interface DurationFieldProps {
  valueMs: number | null;
  onValueChange: (valueMs: number | null) => void;
  /** What the duration is, for screen readers: "Wait". */
  "aria-label": string;
  minMs?: number;
  maxMs?: number;
  disabled?: boolean;
}

const units = ["minutes", "hours", "days", "weeks"] as const;

/** A number and a unit. The unit one picked stays, even where another would say the same. */
export function DurationField({
  valueMs,
  onValueChange,
  minMs = 0,
  maxMs,
  disabled = false,
  "aria-label": label,
}: DurationFieldProps) {
  const [picked, setPicked] = useState<DurationUnit>(() => (valueMs === null ? "days" : splitDuration(valueMs).unit));
  const oneMs = joinDuration(1, picked);
  return (
    <div className="flex gap-2">
      <NumberField
        aria-label={label}
        className="flex-1"
        value={valueMs === null ? null : valueMs / oneMs}
        onValueChange={(amount) => onValueChange(amount === null ? null : joinDuration(amount, picked))}
        min={minMs / oneMs}
        {...(maxMs === undefined ? {} : { max: maxMs / oneMs })}
        disabled={disabled}
      />
      <Select
        aria-label={`${label}, unit`}
        className="w-28!"
        options={units.map((unit) => ({ value: unit, label: valueMs === oneMs ? unit.slice(0, -1) : unit }))}
        value={picked}
        disabled={disabled}
        onValueChange={(unit) => {
          setPicked(unit);
          if (valueMs !== null) onValueChange(joinDuration(valueMs / oneMs, unit));
        }}
      />
    </div>
  );
}
