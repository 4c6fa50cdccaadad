/** Gives a step the focus once it is drawn: its row where the outline is open, else its card. */
export function focusStep(stepId: string, tries = 12): void {
  const id = CSS.escape(stepId);
  const rows = [...document.querySelectorAll<HTMLElement>(`[data-outline-step="${id}"]`)].filter(
    (row) => row.offsetParent !== null,
  );
  const target = rows[0] ?? document.querySelector<HTMLElement>(`.react-flow [data-step-id="${id}"]`);
  if (target) target.focus({ preventScroll: rows.length === 0 });
  else if (tries > 0) requestAnimationFrame(() => focusStep(stepId, tries - 1));
}
