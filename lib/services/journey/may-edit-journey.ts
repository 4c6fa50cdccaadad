import type { Ctx } from "@/lib/services/ctx";

const editors: ReadonlySet<string> = new Set(["admin", "marketer", "manager"]);

/** Whether the caller may change journeys; the pages offer Build only then. */
export function mayEditJourney({ actor }: Ctx): boolean {
  return editors.has(actor.role);
}
