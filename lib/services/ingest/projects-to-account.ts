import type { TrackedType } from "@/lib/contract/ingest/call";

/** Whether an event of a person is also told to the person's account (RULES S20). Every tracked event is: health
 * signals and rules of account journeys can then name any of them without waiting for a backfill. */
export function projectsToAccount(type: TrackedType): boolean {
  return type === "track";
}
