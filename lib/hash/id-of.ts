import { hash32 } from "@/lib/hash/hash-32";

const hex = (value: number) => value.toString(16).padStart(8, "0");

/** A uuid (version 8: made by the application) fixed by the names, so that the same names are the same thing. */
export function idOf(...names: string[]): string {
  const text = names.join("\u0000");
  const [a, b, c, d] = [1, 2, 3, 4].map((seed) => hash32(text, seed)) as [number, number, number, number];
  const low = hex(((c & 0x3fffffff) | 0x80000000) >>> 0);
  return `${hex(a)}-${hex(b).slice(0, 4)}-8${hex(b).slice(5)}-${low.slice(0, 4)}-${low.slice(4)}${hex(d)}`;
}
