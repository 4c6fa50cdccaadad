/** The well the segments lie in. */
export const trackStyle = "inline-flex w-fit gap-0.5 rounded-field bg-sunken p-0.5";

/** One segment; the chosen one is lifted. */
export const segmentStyle =
  "inline-flex items-center justify-center gap-1.5 rounded-tag border border-transparent text-body text-ink-2 select-none " +
  "transition-colors duration-120 hover:text-ink data-[pressed]:border-line data-[pressed]:bg-raised data-[pressed]:font-medium data-[pressed]:text-ink " +
  "aria-[current=page]:border-line aria-[current=page]:bg-raised aria-[current=page]:font-medium aria-[current=page]:text-ink";
