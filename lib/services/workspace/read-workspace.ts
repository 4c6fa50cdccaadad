import { loadSettings } from "@/db/queries/workspace/store-settings";
import { readWorkspaceContract } from "@/lib/contract/workspace/workspace-verbs";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

export const readWorkspace = defineVerb(readWorkspaceContract, async ({ tx }) => {
  const settings = await loadSettings(tx);
  if (!settings) throw new AppError("not_found", "There is no such workspace.");
  return settings;
});
