import type { Path } from "@/lib/journey/document";
import type { Command } from "./command";
import { findPath, findStep, type Place } from "./journey-draft";

/** Leads a port to a step; a path that was there is led anew. */
export function connect(place: Place, to: string): Command {
  return {
    label: "connect steps",
    change: ({ document }) => {
      const target = findStep(document, to);
      if (!target || target.kind === "entry" || place.from === to || !findStep(document, place.from)) return;
      const path = findPath(document, place);
      if (path) path.to = to;
      else document.paths.push({ from: place.from, port: place.port, to });
    },
  };
}

export function disconnect(place: Place): Command {
  return {
    label: "remove path",
    change: ({ document }) => {
      document.paths = document.paths.filter((path) => path.from !== place.from || path.port !== place.port);
    },
  };
}

export function updatePath(place: Place, change: (path: Path) => void): Command {
  return {
    label: "change path",
    group: `path:${place.from}:${place.port}`,
    change: ({ document }) => {
      const path = findPath(document, place);
      if (path) change(path);
    },
  };
}
