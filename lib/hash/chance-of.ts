import { hash32 } from "@/lib/hash/hash-32";

/** A number in [0, 1) fixed by the identities, so that a retry and a replay agree (RULES S21). */
export function chanceOf(...identities: string[]): number {
  const key = identities.join("\u0000");
  return (hash32(key, 1) * 2 ** 21 + (hash32(key, 2) >>> 11)) / 2 ** 53;
}
