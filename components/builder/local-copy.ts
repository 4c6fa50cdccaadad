import { z } from "zod";
import { journeyDraft } from "@/lib/journey/edit/journey-draft";

const localCopy = z.object({ rev: z.number(), draft: journeyDraft, edits: z.number() });
export type LocalCopy = z.infer<typeof localCopy>;

const keyOf = (journeyId: string): string => `waymark.draft.${journeyId}`;

/** Keeps unsaved work on this device until the server has it. */
export function keepLocalCopy(journeyId: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(journeyId), JSON.stringify(copy));
  } catch {
    // full or switched off: saving over the network goes on
  }
}

export function dropLocalCopy(journeyId: string): void {
  try {
    localStorage.removeItem(keyOf(journeyId));
  } catch {
    // as above
  }
}

/** Work left over from a crash, or null. */
export function readLocalCopy(journeyId: string): LocalCopy | null {
  try {
    const parsed = localCopy.safeParse(JSON.parse(localStorage.getItem(keyOf(journeyId)) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // unreadable is the same as none
  }
}
