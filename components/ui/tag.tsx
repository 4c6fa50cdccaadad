import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { join } from "./join";

export type Tone = "neutral" | "ok" | "warn" | "bad" | "info";

const tones = {
  neutral: "bg-sunken text-ink-2",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
} as const satisfies Record<Tone, string>;

interface TagProps {
  tone?: Tone;
  icon?: IconName;
  /** A dot in a stage's or family's colour, e.g. `stageColour("growth")`. */
  dot?: string;
  size?: "m" | "l";
  children: ReactNode;
}

/** A state in a word. The word carries the meaning; the tone only helps the eye. */
export function Tag({ tone = "neutral", icon, dot, size = "m", children }: TagProps) {
  return (
    <span
      className={join(
        "inline-flex shrink-0 items-center gap-1.5 rounded-tag font-medium whitespace-nowrap forced-colors:border",
        size === "m" ? "h-5 px-1.5 text-chip" : "h-7 px-2 text-small",
        tones[tone],
      )}
    >
      {dot && <span className="size-2 rounded-[2px]" style={{ background: dot }} />}
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}
