import type { JourneyDocument } from "@/lib/journey/document";
import type { Command } from "./command";

/** Changes the journey's own settings. `field` groups typing. */
export function updateJourney(field: string, change: (document: JourneyDocument) => void): Command {
  return { label: "change journey settings", group: `journey:${field}`, change: ({ document }) => change(document) };
}

export function setEntry(field: string, change: (entry: JourneyDocument["entry"]) => void): Command {
  return { label: "change who enters", group: `entry:${field}`, change: ({ document }) => change(document.entry) };
}

export function setExit(change: (exit: JourneyDocument["exit"]) => void): Command {
  return { label: "change who leaves", change: ({ document }) => change(document.exit) };
}

export function renameJourney(name: string): Command {
  return {
    label: "rename journey",
    group: "journey:name",
    change: ({ document }) => {
      const trimmed = name.trim().slice(0, 120);
      if (trimmed !== "") document.name = trimmed;
    },
  };
}
