/** What one request of the tracking API may hold. */
export const INGEST_BODY_BYTES_MAX = 5 * 1024 * 1024;
export const INGEST_ITEM_BYTES_MAX = 32 * 1024;
/** As many as Segment's own API takes, so that no stock client is cut off. */
export const INGEST_BATCH_ITEMS_MAX = 2500;
export const INGEST_ID_CHARACTERS_MAX = 512;
export const INGEST_NAME_CHARACTERS_MAX = 200;
/** Objects inside objects inside an item. */
export const INGEST_DEPTH_MAX = 16;
/** An event older than this at receipt is history: stored and counted, but it enters nobody (RULES S6). */
export const HISTORY_AFTER_MS = 24 * 60 * 60 * 1000;
/** A sender's clock this close to ours is taken as right: the difference is the way here, not the clock. */
export const CLOCK_SKEW_TOLERATED_MS = 5000;
