import { join } from "./join";

/** Stands where the layout is known and the content is not here yet. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={join("block h-4 animate-[breathe_1.6s_ease-in-out_infinite] rounded-tag bg-sunken", className)}
    />
  );
}
