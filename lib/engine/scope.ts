import type { Live } from "@/lib/engine/plan-cache";
import type { Subject } from "@/lib/engine/subject";
import type { Writes } from "@/lib/engine/writes";

/** One tick while it decides: everything is in memory, nothing here does IO. */
export interface TickScope {
  bucket: number;
  /** The database's clock at the start of the tick. */
  nowMs: number;
  live: Live;
  subjects: ReadonlyMap<string, Subject>;
  writes: Writes;
  newId(): string;
}
