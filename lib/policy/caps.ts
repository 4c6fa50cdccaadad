import type { Touch } from "@/lib/policy/gate-types";

export interface Cap {
  max: number;
  windowMs: number;
}

export interface CapUse {
  /** Touches that count now. */
  used: number;
  /** When a place is free: now when one is, Infinity when there never is one. */
  freeAtMs: number;
  /** The touch that took the last place. */
  last: Touch | null;
}

/**
 * How far a rolling cap is used up. `touches` are oldest first; a touch counts while it is younger than the
 * window. The request's own key never counts against itself, so asking again is harmless.
 */
export function capUse({ max, windowMs }: Cap, touches: readonly Touch[], key: string, nowMs: number): CapUse {
  const counted = touches.filter((touch) => touch.atMs > nowMs - windowMs && touch.key !== key);
  const last = counted.at(-1) ?? null;
  if (counted.length < max) return { used: counted.length, freeAtMs: nowMs, last };
  if (max === 0) return { used: counted.length, freeAtMs: Number.POSITIVE_INFINITY, last };
  const leaving = counted[counted.length - max];
  return { used: counted.length, freeAtMs: (leaving?.atMs ?? nowMs) + windowMs, last };
}
