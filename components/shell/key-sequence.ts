/** How long after `g` the second key may come. */
export const SEQUENCE_MS = 1_200;

export interface KeyPress {
  key: string;
  atMs: number;
  ctrlOrMeta: boolean;
  alt: boolean;
  /** Focus stands where letters are text. */
  typing: boolean;
}

export type KeyMeaning =
  | { type: "palette" }
  | { type: "help" }
  | { type: "prefix" }
  | { type: "go"; key: string }
  | { type: "nothing" };

/** What a key means to the shell. `prefixAtMs` is when `g` was pressed; `lettersOn` is the person's choice (SC 2.1.4). */
export function meaningOf(press: KeyPress, prefixAtMs: number | null, lettersOn: boolean): KeyMeaning {
  if (press.ctrlOrMeta) {
    return !press.alt && press.key.toLowerCase() === "k" ? { type: "palette" } : { type: "nothing" };
  }
  if (press.alt || press.typing || !lettersOn) return { type: "nothing" };
  if (prefixAtMs !== null && press.atMs - prefixAtMs <= SEQUENCE_MS && /^[a-z]$/.test(press.key)) {
    return { type: "go", key: press.key };
  }
  if (press.key === "g") return { type: "prefix" };
  return press.key === "?" ? { type: "help" } : { type: "nothing" };
}
