"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { Icon, type IconName } from "./icon";
import { join } from "./join";
import { segmentStyle, trackStyle } from "./segment-style";

interface Segment<Value extends string> {
  value: Value;
  label: string;
  icon?: IconName;
  /** Only the icon is drawn. */
  iconOnly?: boolean;
}

interface SegmentedControlProps<Value extends string> {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  size?: "m" | "s";
}

/** A few choices of which one always holds. Where each is a page of its own: `<SegmentedLinks>`. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onValueChange,
  size = "m",
}: SegmentedControlProps<Value>) {
  return (
    <ToggleGroup<Value>
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => {
        if (next !== undefined) onValueChange(next);
      }}
      className={trackStyle}
    >
      {segments.map((segment) => (
        <Toggle
          key={segment.value}
          value={segment.value}
          aria-label={segment.iconOnly ? segment.label : undefined}
          className={join(segmentStyle, size === "m" ? "h-7 px-3" : "h-6 px-2")}
        >
          {segment.icon && <Icon name={segment.icon} />}
          {!segment.iconOnly && segment.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
