import { enablePatches, type Patch, produceWithPatches } from "immer";
import type { JourneyDraft } from "./journey-draft";

enablePatches();

/** One thing a person did. `label` completes "Undo …"; edits with the same `group` close together merge. */
export interface Command {
  label: string;
  group?: string;
  change(draft: JourneyDraft): void;
}

export interface Edit {
  label: string;
  group?: string;
  patches: Patch[];
  inverse: Patch[];
}

/** Applies a command. `edit` is null when it changed nothing. */
export function runCommand(draft: JourneyDraft, command: Command): { draft: JourneyDraft; edit: Edit | null } {
  const [next, patches, inverse] = produceWithPatches(draft, (mutable: JourneyDraft) => {
    command.change(mutable);
  });
  if (patches.length === 0) return { draft, edit: null };
  const edit: Edit = { label: command.label, patches, inverse };
  if (command.group !== undefined) edit.group = command.group;
  return { draft: next, edit };
}
