"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { join } from "@/components/ui/join";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import { formatDuration } from "@/lib/time/format-duration";
import { DurationRow, NameField, useFormContext } from "./form-parts";
import type { FormProps, KindView } from "./kind-view";

type Config = ConfigOf<"wait">;
const DAY_MS = 86_400_000;
const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const starts: Record<Config["type"], Config> = {
  duration: { type: "duration", ms: DAY_MS },
  time: { type: "time", weekdays: [], minuteOfDay: 9 * 60 },
  date: { type: "date", trait: "renewalDate", offsetMs: 0 },
};
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

function WaitForm({ config, change, replace }: FormProps<"wait">) {
  const { vocabulary, subject } = useFormContext();
  return (
    <>
      <Field label="Wait" name="type">
        <Select
          options={[
            { value: "duration", label: "For a time" },
            { value: "time", label: "Until a time of day" },
            { value: "date", label: "Until a date of theirs" },
          ]}
          value={config.type}
          onValueChange={(type) => type !== config.type && replace(starts[type])}
        />
      </Field>
      {config.type === "duration" && (
        <DurationRow
          label="How long"
          valueMs={config.ms}
          onChange={(ms) =>
            change("ms", (next) => {
              if (next.type === "duration") next.ms = ms;
            })
          }
        />
      )}
      {config.type === "time" && (
        <>
          <fieldset>
            <legend className="mb-1.5 text-small text-ink-2">On</legend>
            <div className="flex flex-wrap gap-1">
              {days.map((day, index) => {
                const on = config.weekdays.includes(index + 1);
                return (
                  <button
                    key={day}
                    type="button"
                    aria-pressed={on}
                    className={join(
                      "h-7 rounded-field border px-2 text-small",
                      on ? "border-accent bg-accent-soft text-accent-text" : "border-line-strong bg-surface",
                    )}
                    onClick={() =>
                      change("weekdays", (next) => {
                        if (next.type !== "time") return;
                        next.weekdays = on
                          ? next.weekdays.filter((one) => one !== index + 1)
                          : [...next.weekdays, index + 1].sort();
                      })
                    }
                  >
                    {day}
                  </button>
                );
              })}
            </div>
            <p className="mt-1 text-small text-ink-3">
              {config.weekdays.length === 0 ? "Any day" : "Only on these days"}, in the person's own time zone.
            </p>
          </fieldset>
          <Field label="At" name="minuteOfDay">
            <Input
              type="time"
              value={clock(config.minuteOfDay)}
              onValueChange={(text) => {
                const [hours = Number.NaN, minutes = Number.NaN] = text.split(":").map(Number);
                if (Number.isFinite(hours + minutes))
                  change("minuteOfDay", (next) => {
                    if (next.type === "time") next.minuteOfDay = hours * 60 + minutes;
                  });
              }}
            />
          </Field>
        </>
      )}
      {config.type === "date" && (
        <>
          <NameField
            label="Date"
            name="trait"
            value={config.trait}
            names={subject === "account" ? vocabulary.accountTraits : vocabulary.traits}
            mayBeEmpty
            onChange={(trait) =>
              change("trait", (next) => {
                if (next.type === "date") next.trait = trait;
              })
            }
          />
          <Offset
            offsetMs={config.offsetMs}
            onChange={(ms) =>
              change("offsetMs", (next) => {
                if (next.type === "date") next.offsetMs = ms;
              })
            }
          />
        </>
      )}
    </>
  );
}

/** "14 days before" a date: a length and a side. */
export function Offset({ offsetMs, onChange }: { offsetMs: number; onChange: (offsetMs: number) => void }) {
  return (
    <>
      <DurationRow
        label="Apart from it"
        valueMs={Math.abs(offsetMs)}
        onChange={(ms) => onChange(offsetMs < 0 ? -ms : ms)}
      />
      <Field label="Before or after">
        <Select
          options={[
            { value: "before", label: "Before the date" },
            { value: "after", label: "After the date" },
          ]}
          value={offsetMs < 0 ? "before" : "after"}
          onValueChange={(side) => onChange(side === "before" ? -Math.abs(offsetMs || DAY_MS) : Math.abs(offsetMs))}
        />
      </Field>
    </>
  );
}

export const wait: KindView<"wait"> = {
  family: "time",
  title: "Wait",
  icon: ({ type }) => (type === "duration" ? "wait" : "calendar"),
  about: "Waits, then goes on",
  summary: (config) => {
    if (config.type === "duration") return `Wait ${formatDuration(config.ms)}`;
    if (config.type === "time")
      return `Until ${config.weekdays.length === 0 ? "" : `${config.weekdays.map((day) => days[day - 1]).join(", ")} `}${clock(config.minuteOfDay)}`;
    const side =
      config.offsetMs === 0
        ? ""
        : `${formatDuration(Math.abs(config.offsetMs))} ${config.offsetMs < 0 ? "before" : "after"} `;
    return `Until ${side}${config.trait || "a date"}`;
  },
  Form: WaitForm,
};
