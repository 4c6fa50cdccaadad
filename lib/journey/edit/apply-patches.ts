import { applyPatches, enablePatches, type Patch } from "immer";
import type { JourneyDraft } from "./journey-draft";

enablePatches();

/** The draft after saved patches, unchecked: parse the result. Throws when a patch does not fit the draft. */
export function patchDraft(draft: JourneyDraft, patches: readonly Patch[]): JourneyDraft {
  return applyPatches(draft, patches);
}
