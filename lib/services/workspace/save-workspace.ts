import { loadSettings, storeSettings } from "@/db/queries/workspace/store-settings";
import { saveWorkspaceContract, type WorkspaceSettings } from "@/lib/contract/workspace/workspace-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

/** Change what the workspace is called, where it is, and who its messages come from. What is left out stays. */
export const saveWorkspace = defineVerb(
  saveWorkspaceContract,
  async ({ ctx, tx, audit }, input): Promise<WorkspaceSettings> => {
    const before = await loadSettings(tx, { lock: true });
    if (!before) throw new AppError("not_found", "There is no such workspace.");
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const after: WorkspaceSettings = { ...before, ...given };
    const changed = (Object.keys(after) as (keyof WorkspaceSettings)[]).filter((key) => after[key] !== before[key]);
    if (changed.length > 0) await storeSettings(tx, after);
    const of = (settings: WorkspaceSettings) => Object.fromEntries(changed.map((key) => [key, settings[key]]));
    audit(`workspace:${ctx.workspaceId}`, { before: of(before), after: of(after) });
    return after;
  },
);
