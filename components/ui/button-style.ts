import { join } from "./join";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "m" | "s";

const variants = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover border-transparent data-[popup-open]:bg-accent-hover",
  secondary:
    "bg-surface text-ink border-line hover:border-line-strong hover:bg-raised data-[popup-open]:border-line-strong",
  quiet: "bg-transparent text-ink border-transparent hover:bg-sunken data-[popup-open]:bg-sunken dark:hover:bg-raised",
  danger: "bg-surface text-bad border-bad/40 hover:bg-bad-soft hover:border-bad",
} as const satisfies Record<ButtonVariant, string>;

const sizes = { m: "h-8 px-3", s: "h-7 px-2.5" } as const satisfies Record<ButtonSize, string>;

/** The look of a button, for `<Button>` and for links that act as one. */
export function buttonStyle(variant: ButtonVariant = "secondary", size: ButtonSize = "m"): string {
  return join(
    "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-field border text-body font-medium whitespace-nowrap select-none",
    "transition-[background-color,border-color,color] duration-120 ease-out",
    "data-[disabled]:opacity-50 data-[disabled]:pointer-events-none forced-colors:border-current",
    variants[variant],
    sizes[size],
  );
}
