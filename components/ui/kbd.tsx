import { join } from "./join";

/** Keys of a shortcut, separated by spaces: "g h", "Ctrl K". */
export function Kbd({ keys, inverted = false }: { keys: string; inverted?: boolean }) {
  return (
    <span className="inline-flex gap-1">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className={join(
            "grid h-[18px] min-w-[18px] place-items-center rounded-tag border px-1 font-mono text-[11px] leading-none",
            inverted ? "border-bg/40 text-bg" : "border-line bg-sunken text-ink-2",
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
