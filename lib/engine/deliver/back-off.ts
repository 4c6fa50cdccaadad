import { chanceOf } from "@/lib/hash/chance-of";

const FIRST_MS = 5_000;
const LONGEST_MS = 60 * 60_000;

/** How long to wait after attempt n failed for now: doubling from 5 s to 1 h, ± 25% fixed by message and attempt. */
export function backOffMs(key: string, attempt: number): number {
  const plain = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(plain * (0.75 + 0.5 * chanceOf(key, `attempt ${attempt}`)));
}
