/** What floats: menus, popovers, lists. Scales in by 180 ms, leaves in 80 ms. */
export const popupStyle =
  "rounded-float border border-line bg-raised text-ink shadow-e2 outline-none origin-[var(--transform-origin)] " +
  "transition-[transform,opacity] duration-180 ease-out data-[starting-style]:scale-[0.98] data-[starting-style]:opacity-0 " +
  "data-[ending-style]:opacity-0 data-[ending-style]:duration-80 data-[ending-style]:ease-linear";

/** A row of a menu or a list. */
export const itemStyle =
  "flex min-h-8 cursor-default items-center gap-2 rounded-field px-2 py-1.5 text-body text-ink outline-none select-none " +
  "data-[highlighted]:bg-sunken dark:data-[highlighted]:bg-surface data-[disabled]:text-ink-3 data-[disabled]:opacity-60";
