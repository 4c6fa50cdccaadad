/** A claim is worth this long; a worker that has not said how sending ended by then is taken for dead. */
export const LEASE_MS = 5 * 60_000;
/** No attempt takes longer, so none is begun with less than this left of its lease. */
export const SEND_MAX_MS = 90_000;
export const ATTEMPTS_MAX = 8;
export const CONCURRENT_SENDS = 8;
export const BATCH_MAX = 100;
