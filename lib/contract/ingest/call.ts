export const trackedTypes = ["identify", "track", "page", "screen", "group", "alias"] as const;
export type TrackedType = (typeof trackedTypes)[number];

/** What an address under /v1 means: one item of a type, or many in `batch`. `metrics` is what browser clients
 * say about themselves: answered and not kept. */
export type IngestCall =
  | { kind: "item"; type: TrackedType }
  | { kind: "batch"; isImport: boolean }
  | { kind: "metrics" };

const item = (type: TrackedType): IngestCall => ({ kind: "item", type });
const batch: IngestCall = { kind: "batch", isImport: false };

/** Segment's addresses; the one-letter ones are what its browser client posts to. */
export const ingestCalls: ReadonlyMap<string, IngestCall> = new Map([
  ...trackedTypes.map((type) => [type, item(type)] as const),
  ["i", item("identify")],
  ["t", item("track")],
  ["p", item("page")],
  ["s", item("screen")],
  ["g", item("group")],
  ["a", item("alias")],
  ["batch", batch],
  ["b", batch],
  ["import", { kind: "batch", isImport: true }],
  ["m", { kind: "metrics" }],
]);
