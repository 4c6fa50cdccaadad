import { z } from "zod";
import { contract } from "@/lib/contract/contract";
import { journeyDraft } from "@/lib/journey/edit/journey-draft";

export const PATCHES_MAX = 5000;

/** An Immer patch on `{ document, layout }`. */
export const draftPatch = z.object({
  op: z.enum(["add", "remove", "replace"]),
  path: z
    .array(z.union([z.string().max(200), z.number().int().min(0)]))
    .min(1)
    .max(30),
  value: z.unknown().optional(),
});

/** What the builder sends to save: the changes since revision `baseRev`, in order. */
export const saveDraft = z.object({
  baseRev: z.number().int().min(0),
  patches: z.array(draftPatch).min(1).max(PATCHES_MAX),
});

/** 200: the new revision. */
export const draftSaved = z.object({ rev: z.number().int().min(0) });
export type DraftSaved = z.infer<typeof draftSaved>;

/** 409: somebody saved since `baseRev`; this is what stands now. */
export const draftConflict = journeyDraft.extend({ rev: z.number().int().min(0) });
export type DraftConflict = z.infer<typeof draftConflict>;

/** Autosave is not audited: every published version is, with its difference to the one before. */
export const saveDraftContract = contract({
  name: "journey.save_draft",
  roles: ["marketer", "manager"],
  input: saveDraft.extend({ journeyId: z.uuid() }),
  audit: null,
});
