"use client";
import { GuardrailSentence } from "@/components/settings/guardrail-sentence";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { Policy } from "@/lib/policy/policy";

type Hours = Policy["quietHours"];

const channels = [
  { channel: "sms", label: "SMS" },
  { channel: "push", label: "Push" },
  { channel: "whatsapp", label: "WhatsApp" },
  { channel: "email", label: "E-mail" },
] as const;

interface QuietHoursFieldsProps {
  hours: Hours;
  disabled: boolean;
  error?: string | undefined;
  onChange: (hours: Hours) => void;
}

export function QuietHoursFields({ hours, disabled, error, onChange }: QuietHoursFieldsProps) {
  const time = (label: string, minute: number, change: (minute: number) => void) => (
    <Input
      type="time"
      aria-label={label}
      className="w-32!"
      disabled={disabled}
      value={clockOf(minute)}
      onValueChange={(text) => {
        if (text !== "") change(minuteOf(text));
      }}
    />
  );
  return (
    <>
      <GuardrailSentence error={error}>
        Send nothing from
        {time("Quiet from", hours.fromMinute, (fromMinute) => onChange({ ...hours, fromMinute }))}
        to
        {time("Quiet to", hours.toMinute, (toMinute) => onChange({ ...hours, toMinute }))}
        {hours.fromMinute === hours.toMinute && (
          <span className="text-ink-2">(the same time twice: no quiet hours)</span>
        )}
      </GuardrailSentence>
      <fieldset className="flex flex-wrap gap-x-5 pt-2">
        <legend className="visually-hidden">Channels with quiet hours</legend>
        {channels.map(({ channel, label }) => (
          <Checkbox
            key={channel}
            label={label}
            disabled={disabled}
            checked={hours.channels.includes(channel)}
            onCheckedChange={(checked) =>
              onChange({
                ...hours,
                channels: checked ? [...hours.channels, channel] : hours.channels.filter((one) => one !== channel),
              })
            }
          />
        ))}
      </fieldset>
    </>
  );
}

function clockOf(minute: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}
