import type { Place } from "./journey-draft";

/** The name of a path in selections and counts: each port has at most one path. */
export function pathKey({ from, port }: Place): string {
  return `${from}:${port}`;
}

export function placeOf(key: string): Place {
  const at = key.indexOf(":");
  return { from: key.slice(0, at), port: key.slice(at + 1) };
}
