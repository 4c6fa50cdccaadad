import { join } from "./join";

const sizes = { s: "size-6 text-[10px]", m: "size-7 text-[11px]", l: "size-9 text-small" } as const;

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? "").join("");
}

/** A person's initials. Silent where the name stands beside it. */
export function Avatar({
  name,
  size = "m",
  silent = false,
}: {
  name: string;
  size?: keyof typeof sizes;
  silent?: boolean;
}) {
  return (
    <span
      {...(silent ? { "aria-hidden": true } : { role: "img", "aria-label": name })}
      data-initials={initialsOf(name)}
      className={join(
        "grid shrink-0 place-items-center rounded-full border border-line bg-sunken font-semibold text-ink-2 select-none before:content-[attr(data-initials)]",
        sizes[size],
      )}
    />
  );
}
