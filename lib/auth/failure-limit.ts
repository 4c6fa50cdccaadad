interface Failures {
  count: number;
  sinceMs: number;
}

const KEYS_MAX = 10_000;

/** Counts failed tries per key in a window that starts with the first; kept in memory, so a restart forgets them. */
export class FailureLimit {
  readonly #failures = new Map<string, Failures>();

  constructor(
    readonly limit: number,
    readonly windowMs: number,
  ) {}

  /** How long the key must wait before another try; 0 when it may try now. */
  waitMs(key: string, nowMs: number): number {
    const failures = this.#failures.get(key);
    if (!failures || failures.count < this.limit) return 0;
    return Math.max(0, failures.sinceMs + this.windowMs - nowMs);
  }

  fail(key: string, nowMs: number): void {
    const failures = this.#failures.get(key);
    const under = failures && nowMs < failures.sinceMs + this.windowMs;
    this.#failures.delete(key);
    this.#failures.set(key, under ? { ...failures, count: failures.count + 1 } : { count: 1, sinceMs: nowMs });
    // Keys come from outside; the oldest go first.
    const oldest = this.#failures.size > KEYS_MAX ? this.#failures.keys().next().value : undefined;
    if (oldest !== undefined) this.#failures.delete(oldest);
  }

  forget(key: string): void {
    this.#failures.delete(key);
  }
}
