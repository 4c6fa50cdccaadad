import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { join } from "./join";
import type { Tone } from "./tag";

const tones = {
  neutral: ["bg-sunken text-ink-2", "info"],
  ok: ["bg-ok-soft text-ok", "ok"],
  warn: ["bg-warn-soft text-warn", "problem"],
  bad: ["bg-bad-soft text-bad", "problem"],
  info: ["bg-info-soft text-info", "info"],
} as const satisfies Record<Tone, readonly [string, IconName]>;

/** A sentence that stays where it is: a problem of the step in hand, a warning of the page. */
export function Notice({ tone = "info", children }: { tone?: Tone; children: ReactNode }) {
  const [look, icon] = tones[tone];
  return (
    <div className={join("flex items-start gap-2 rounded-field px-3 py-2 text-small", look)}>
      <Icon name={icon} size={14} className="mt-px" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
