interface Box {
  width: number;
  height: number;
  /** Kept free on every side, so that the stroke is not cut. */
  pad: number;
}

export interface SparklinePath {
  /** SVG path data; a null in the values starts a new line, it is never drawn as 0. */
  line: string;
  targetY: number | null;
  last: { x: number; y: number } | null;
}

const places = (value: number) => Math.round(value * 100) / 100;

/** Lays values out from left to right; the scale holds every value and the target. */
export function sparklinePath(values: readonly (number | null)[], target: number | null, box: Box): SparklinePath {
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return { line: "", targetY: null, last: null };
  const all = target === null ? known : [...known, target];
  const low = Math.min(...all);
  const span = Math.max(...all) - low;
  const xOf = (place: number) =>
    places(box.pad + (values.length === 1 ? 0.5 : place / (values.length - 1)) * (box.width - 2 * box.pad));
  const yOf = (value: number) =>
    places(span === 0 ? box.height / 2 : box.height - box.pad - ((value - low) / span) * (box.height - 2 * box.pad));

  let line = "";
  let last: SparklinePath["last"] = null;
  values.forEach((value, place) => {
    if (value === null) return;
    const before = place > 0 ? values[place - 1] : null;
    last = { x: xOf(place), y: yOf(value) };
    line += `${before === null || before === undefined ? "M" : "L"}${last.x} ${last.y}`;
  });
  return { line, targetY: target === null ? null : yOf(target), last };
}
