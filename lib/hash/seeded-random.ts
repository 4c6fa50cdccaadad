import { hash32 } from "@/lib/hash/hash-32";

/** A stream of chance fixed by the identities it is opened with: the same names give the same numbers. */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Mean 0, standard deviation 1 (Box and Muller, 1958). */
  normal(): number;
  /** Log-normal with the given median; `spread` is the standard deviation of the logarithm. */
  around(median: number, spread: number): number;
}

/** Mulberry32 (Tommy Ettinger, public domain), seeded by the hash of the identities. */
export function seededRandom(...identities: string[]): SeededRandom {
  let state = hash32(identities.join("\u0000"), 0x51ed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      return items[Math.floor(next() * items.length)] as T;
    },
    normal,
    around: (median, spread) => median * Math.exp(spread * normal()),
  };
}
