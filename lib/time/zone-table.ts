import { Temporal } from "temporal-polyfill";

/** From `startsMs[i]` on the zone is `offsetsMs[i]` ahead of UTC. Covers TABLE_FROM_MS to TABLE_TO_MS. */
interface ZoneTable {
  startsMs: Float64Array;
  offsetsMs: Float64Array;
}

const TABLE_FROM_MS = Date.UTC(1990, 0, 1);
const TABLE_TO_MS = Date.UTC(2051, 0, 1);
const utc: ZoneTable = { startsMs: Float64Array.of(TABLE_FROM_MS), offsetsMs: Float64Array.of(0) };

const tables = new Map<string, ZoneTable>([["UTC", utc]]);

function build(zone: string): ZoneTable {
  const startsMs: number[] = [];
  const offsetsMs: number[] = [];
  let at: Temporal.ZonedDateTime | null;
  try {
    at = Temporal.Instant.fromEpochMilliseconds(TABLE_FROM_MS).toZonedDateTimeISO(zone);
  } catch {
    return utc; // `isZone` is asked at the doors; a zone that slipped through counts as UTC
  }
  while (at !== null && at.epochMilliseconds < TABLE_TO_MS) {
    startsMs.push(at.epochMilliseconds);
    offsetsMs.push(at.offsetNanoseconds / 1_000_000);
    at = at.getTimeZoneTransition("next");
  }
  return { startsMs: Float64Array.from(startsMs), offsetsMs: Float64Array.from(offsetsMs) };
}

function tableOf(zone: string): ZoneTable {
  let table = tables.get(zone);
  if (table === undefined) {
    table = build(zone);
    tables.set(zone, table);
  }
  return table;
}

/** The last entry that starts at or before `atMs`; the first entry when `atMs` is earlier. */
function entryAt(table: ZoneTable, atMs: number): number {
  let low = 0;
  let high = table.startsMs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.startsMs[middle] ?? 0) <= atMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * How far local time is ahead of UTC, ms. Integer arithmetic on a table built once per zone; before 1990 the
 * offset of 1990 is used and after 2050 that of 2050. A name that is no zone counts as UTC.
 */
export function offsetMsAt(zone: string, atMs: number): number {
  const table = tableOf(zone);
  return table.offsetsMs[entryAt(table, atMs)] ?? 0;
}

/** When the zone's offset changes next, strictly after `afterMs`; null when the table knows of no change. */
export function nextTransitionAt(zone: string, afterMs: number): number | null {
  const table = tableOf(zone);
  const first = table.startsMs[0] ?? 0;
  const next = afterMs < first ? 1 : entryAt(table, afterMs) + 1;
  return table.startsMs[next] ?? null;
}
