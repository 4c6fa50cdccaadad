import { applyPatches } from "immer";
import type { Edit } from "./command";
import type { JourneyDraft } from "./journey-draft";

export const HISTORY_MAX = 100;
export const GROUP_PAUSE_MS = 600;

export interface History {
  past: readonly Edit[];
  future: readonly Edit[];
  /** When the newest edit of `past` was made; only edits that follow within the pause join it. */
  lastAtMs: number;
}

export const emptyHistory: History = { past: [], future: [], lastAtMs: 0 };

/** Adds an edit. Typing in one field (same `group`) within 600 ms becomes one entry. */
export function remember(history: History, edit: Edit, nowMs: number): History {
  const last = history.past.at(-1);
  const joins = last?.group !== undefined && last.group === edit.group && nowMs - history.lastAtMs < GROUP_PAUSE_MS;
  const past = joins
    ? [
        ...history.past.slice(0, -1),
        { ...last, patches: [...last.patches, ...edit.patches], inverse: [...edit.inverse, ...last.inverse] },
      ]
    : [...history.past, edit].slice(-HISTORY_MAX);
  return { past, future: [], lastAtMs: nowMs };
}

/** The step back, or null when there is none. `edit.inverse` is what to save. */
export function undo(
  history: History,
  draft: JourneyDraft,
): { history: History; draft: JourneyDraft; edit: Edit } | null {
  const edit = history.past.at(-1);
  if (!edit) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, edit], lastAtMs: 0 },
    draft: applyPatches(draft, edit.inverse),
    edit,
  };
}

export function redo(
  history: History,
  draft: JourneyDraft,
): { history: History; draft: JourneyDraft; edit: Edit } | null {
  const edit = history.future.at(-1);
  if (!edit) return null;
  return {
    history: { past: [...history.past, edit], future: history.future.slice(0, -1), lastAtMs: 0 },
    draft: applyPatches(draft, edit.patches),
    edit,
  };
}
