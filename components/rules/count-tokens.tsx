"use client";
import { useState } from "react";
import { DurationField } from "@/components/ui/duration-field";
import { NumberField } from "@/components/ui/number-field";
import { Popover } from "@/components/ui/popover";
import type { CountOperator } from "@/lib/audience/rule";
import { formatDuration } from "@/lib/time/format-duration";
import { countWords } from "./rule-words";
import { ChoiceToken, TokenButton } from "./token";

export interface Counted {
  count: CountOperator;
  times: number;
  withinMs?: number | undefined;
}

const DAY_MS = 86_400_000;
const windows = [1, 7, 14, 30, 90, 365].map((days) => days * DAY_MS);

/** "at least 2 times in the last 30 d". */
export function CountTokens({ value, onValueChange }: { value: Counted; onValueChange: (value: Counted) => void }) {
  const [own, setOwn] = useState(false);
  const known = value.withinMs === undefined || windows.includes(value.withinMs);
  return (
    <>
      <ChoiceToken
        label="How often"
        value={value.count}
        options={(Object.keys(countWords) as CountOperator[]).map((count) => ({
          value: count,
          label: countWords[count],
        }))}
        onValueChange={(count) => onValueChange({ ...value, count })}
        quiet
      />
      <Popover trigger={<TokenButton aria-label={`Times: ${value.times}`}>{value.times}</TokenButton>}>
        <NumberField
          aria-label="Times"
          value={value.times}
          min={0}
          max={100_000}
          onValueChange={(times) => times !== null && onValueChange({ ...value, times: Math.round(times) })}
        />
      </Popover>
      <span>{value.times === 1 ? "time" : "times"}</span>
      <ChoiceToken
        label="Since when"
        value={own ? "own" : value.withinMs === undefined ? "ever" : known ? String(value.withinMs) : "now"}
        options={[
          { value: "ever", label: "ever" },
          ...windows.map((ms) => ({ value: String(ms), label: `in the last ${formatDuration(ms)}` })),
          ...(known ? [] : [{ value: "now", label: `in the last ${formatDuration(value.withinMs ?? 0)}` }]),
          { value: "own", label: "in the last …" },
        ]}
        onValueChange={(chosen) => {
          setOwn(chosen === "own");
          if (chosen === "ever") onValueChange({ count: value.count, times: value.times });
          else if (chosen === "own") onValueChange({ ...value, withinMs: value.withinMs ?? 30 * DAY_MS });
          else if (chosen !== "now") onValueChange({ ...value, withinMs: Number(chosen) });
        }}
        quiet
      />
      {own && (
        <DurationField
          aria-label="Time looked back"
          valueMs={value.withinMs ?? null}
          minMs={60_000}
          onValueChange={(ms) => ms !== null && ms > 0 && onValueChange({ ...value, withinMs: ms })}
        />
      )}
    </>
  );
}
