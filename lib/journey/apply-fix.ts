import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";
import type { Fix } from "@/lib/journey/problem";

function without(document: JourneyDocument, stepId: string): JourneyDocument {
  return {
    ...document,
    steps: document.steps.filter((step) => step.id !== stepId),
    paths: document.paths.filter((path) => path.from !== stepId && path.to !== stepId),
  };
}

/** The journey with one problem mended. `newId` gives ids unique in the journey. The given journey stays as it is. */
export function applyFix(document: JourneyDocument, fix: Fix, newId: () => string): JourneyDocument {
  switch (fix.type) {
    case "add_entry": {
      const id = newId();
      const states =
        document.states.length > 0
          ? document.states
          : journeyDocument.shape.states.parse([{ id: newId(), name: "Journey" }]);
      const state = states[0]?.id ?? "";
      const reached = new Set(document.paths.map((path) => path.to));
      const first = document.steps.find((step) => !reached.has(step.id));
      return {
        ...document,
        states,
        steps: [{ id, state, name: "Start", kind: "entry", config: {} }, ...document.steps],
        paths: first === undefined ? document.paths : [{ from: id, port: "next", to: first.id }, ...document.paths],
      };
    }
    case "add_exit": {
      const id = newId();
      const state = document.steps.find((step) => step.id === fix.from)?.state ?? document.states[0]?.id ?? "";
      return {
        ...document,
        steps: [...document.steps, { id, state, name: "End", kind: "exit", config: { outcome: "graceful" } }],
        paths: [...document.paths, { from: fix.from, port: fix.port, to: id }],
      };
    }
    case "delete_step":
      return without(document, fix.stepId);
    case "delete_path": {
      // Of two paths from one port the first is the one taken, so the last is the one to go.
      const index = document.paths.findLastIndex(
        (path) => path.from === fix.from && path.port === fix.port && path.to === fix.to,
      );
      return { ...document, paths: document.paths.filter((_, at) => at !== index) };
    }
    case "add_timeout":
      return {
        ...document,
        states: document.states.map((state) =>
          state.id === fix.stateId ? { ...state, timeout: { afterMs: fix.afterMs, then: fix.then } } : state,
        ),
      };
    case "scale_shares": {
      const mine = document.paths.filter((path) => path.from === fix.stepId && path.expected !== undefined);
      const sum = mine.reduce((total, path) => total + (path.expected?.share ?? 0), 0);
      return {
        ...document,
        paths: document.paths.map((path) => {
          if (path.from !== fix.stepId || path.expected === undefined) return path;
          const share = sum === 0 ? 1 / mine.length : path.expected.share / sum;
          return { ...path, expected: { ...path.expected, share: Math.round(share * 1e6) / 1e6 } };
        }),
      };
    }
  }
}
