import { CLOCK_SKEW_TOLERATED_MS } from "@/lib/contract/ingest/limits";

export interface SenderTimes {
  /** When it happened by the sender's clock; null when the sender does not say. */
  timestampMs: number | null;
  /** When it was sent by the same clock; null when the sender does not say. */
  sentAtMs: number | null;
  receivedAtMs: number;
}

/** When it happened by our clock, in milliseconds: the sender's time moved by how far its clock is off
 * (received − (sent − happened), as Segment defines it), and never in the future. */
export function happenedAt({ timestampMs, sentAtMs, receivedAtMs }: SenderTimes): number {
  if (timestampMs === null) return receivedAtMs;
  const skewMs = sentAtMs === null ? 0 : receivedAtMs - sentAtMs;
  const corrected = Math.abs(skewMs) > CLOCK_SKEW_TOLERATED_MS ? timestampMs + skewMs : timestampMs;
  return Math.min(corrected, receivedAtMs);
}
