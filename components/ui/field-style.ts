/** A box one types or chooses in: 32 px, a border of at least 3:1. */
export const fieldStyle =
  "h-8 w-full min-w-0 rounded-field border border-line-strong bg-surface px-2.5 text-body text-ink " +
  "transition-[border-color] duration-120 hover:border-ink-3 " +
  "focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-focus " +
  "data-[invalid]:border-bad aria-invalid:border-bad data-[disabled]:opacity-60 disabled:opacity-60 data-[readonly]:bg-sunken [&[readonly]]:bg-sunken";
