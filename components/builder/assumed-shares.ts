import type { JourneyDocument } from "@/lib/journey/document";

/** How many paths out of a choice have no expectation anybody has looked at. */
export function assumedShares(document: JourneyDocument): { assumed: number; all: number } {
  const ways = new Map<string, number>();
  for (const path of document.paths) ways.set(path.from, (ways.get(path.from) ?? 0) + 1);
  const chosen = document.paths.filter((path) => (ways.get(path.from) ?? 0) > 1);
  return {
    all: chosen.length,
    assumed: chosen.filter((path) => (path.expected?.source ?? "assumed") === "assumed").length,
  };
}
