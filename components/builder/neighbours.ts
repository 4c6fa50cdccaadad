import type { JourneyDocument } from "@/lib/journey/document";
import { pathsFrom, pathsInto } from "@/lib/journey/edit/journey-draft";
import { portsOf } from "@/lib/journey/edit/ports-of";
import type { Placed } from "./layout";

export type Direction = "up" | "down" | "left" | "right";

/** The step an arrow key leads to: along the flow, or to the side in the same row; null at the border. */
export function neighbourOf(
  document: JourneyDocument,
  placed: Placed,
  stepId: string,
  direction: Direction,
): string | null {
  const at = placed.steps.get(stepId);
  const step = document.steps.find((one) => one.id === stepId);
  if (!at || !step) return null;
  if (direction === "down") {
    const paths = pathsFrom(document, stepId);
    for (const port of portsOf(step)) {
      const to = paths.find((path) => path.port === port.name)?.to;
      if (to !== undefined) return to;
    }
    return nearest(placed, stepId, (other) => other.y > at.y);
  }
  if (direction === "up") {
    const before = pathsInto(document, stepId).filter(
      (path) => !(placed.paths.get(`${path.from}:${path.port}`)?.isBack ?? false),
    );
    return before[0]?.from ?? nearest(placed, stepId, (other) => other.y < at.y);
  }
  return nearest(
    placed,
    stepId,
    (other) => Math.abs(other.y - at.y) < 8 && (direction === "left" ? other.x < at.x : other.x > at.x),
  );
}

function nearest(placed: Placed, stepId: string, fits: (at: { x: number; y: number }) => boolean): string | null {
  const from = placed.steps.get(stepId);
  let best: string | null = null;
  let bestAway = Number.POSITIVE_INFINITY;
  for (const [id, at] of placed.steps) {
    if (!from || id === stepId || !fits(at)) continue;
    const away = Math.hypot(at.x - from.x, at.y - from.y);
    if (away < bestAway) [best, bestAway] = [id, away];
  }
  return best;
}
