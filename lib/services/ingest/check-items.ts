import type { TrackedType } from "@/lib/contract/ingest/call";
import { happenedAt } from "@/lib/contract/ingest/happened-at";
import { HISTORY_AFTER_MS, INGEST_ITEM_BYTES_MAX } from "@/lib/contract/ingest/limits";
import { isProtectedTrait } from "@/lib/contract/ingest/protected-traits";
import { parseTrackedItem, type TrackedItem } from "@/lib/contract/ingest/tracked-item";
import type { RefusedItem } from "@/lib/contract/ingest/ingest-reply";

/** An item that can be stored, with everything that does not depend on the database settled. */
export interface CheckedItem extends Omit<TrackedItem, "messageId" | "timestampMs" | "sentAtMs"> {
  /** Place in the batch. */
  index: number;
  eventId: string;
  messageId: string;
  happenedAtMs: number;
  isHistory: boolean;
  /** Traits kept out because the key is a browser's. */
  withheld: RefusedItem[];
}

export interface ItemsToCheck {
  items: readonly unknown[];
  /** Given when the address says what the items are. */
  type: TrackedType | null;
  /** Of the batch; an item's own wins. */
  sentAtMs: number | null;
  isImport: boolean;
  isBrowser: boolean;
  receivedAtMs: number;
  newId(): string;
}

/** Check items one by one: a bad one never spoils the others. */
export function checkItems(batch: ItemsToCheck): { checked: CheckedItem[]; refused: RefusedItem[] } {
  const checked: CheckedItem[] = [];
  const refused: RefusedItem[] = [];
  batch.items.forEach((raw, index) => {
    const parsed = parseTrackedItem(raw, batch.type ?? undefined);
    if ("problem" in parsed) {
      refused.push({ index, ...parsed.problem });
      return;
    }
    const { messageId, timestampMs, sentAtMs, ...item } = parsed.item;
    const bytes = bytesOf(raw);
    if (bytes > INGEST_ITEM_BYTES_MAX) {
      refused.push({
        index,
        field: "item",
        reason: `${Number.isFinite(bytes) ? `Has ${bytes} bytes.` : "Is nested too deep."} Send at most ${INGEST_ITEM_BYTES_MAX} bytes an item.`,
      });
      return;
    }
    const happenedAtMs = happenedAt({
      timestampMs,
      sentAtMs: sentAtMs ?? batch.sentAtMs,
      receivedAtMs: batch.receivedAtMs,
    });
    const hasTraits = item.type === "identify" || item.type === "group";
    const withheld =
      batch.isBrowser && hasTraits ? withhold(item, index, isProtectedTrait, "A browser key may not set this.") : [];
    checked.push({
      ...item,
      properties: item.type === "identify" ? withZone(item) : item.properties,
      index,
      eventId: batch.newId(),
      messageId: messageId ?? batch.newId(),
      happenedAtMs,
      isHistory: batch.isImport || batch.receivedAtMs - happenedAtMs > HISTORY_AFTER_MS,
      withheld,
    });
  });
  return { checked, refused };
}

function bytesOf(raw: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(raw));
  } catch {
    return Number.POSITIVE_INFINITY; // deeper than the stack
  }
}

/** Take the traits `isWithheld` names out of `item`, and say so. */
export function withhold(
  item: { properties: Record<string, unknown> },
  index: number,
  isWithheld: (name: string) => boolean,
  reason: string,
): RefusedItem[] {
  const names = Object.keys(item.properties).filter(isWithheld);
  if (names.length > 0)
    item.properties = Object.fromEntries(Object.entries(item.properties).filter(([name]) => !names.includes(name)));
  return names.map((name) => ({
    index,
    field: `traits.${name}`,
    reason: `${reason} Send it with a server key; the rest of the item was taken.`,
  }));
}

/** Segment's place for a person's zone is `context.timezone`; a trait of that name wins. */
function withZone(item: Pick<TrackedItem, "properties" | "context">): Record<string, unknown> {
  const zone = item.context.timezone;
  return typeof zone === "string" && item.properties.timezone === undefined
    ? { ...item.properties, timezone: zone }
    : item.properties;
}
