import { z } from "zod";
import { countApprovalsWaiting } from "@/db/queries/workspace/count-approvals-waiting";
import { loadWorkspace } from "@/db/queries/workspace/load-workspace";
import { contract, everyone } from "@/lib/contract/contract";
import { AppError } from "@/lib/errors/app-error";
import { defineVerb } from "@/lib/services/define-verb";

/** What stands around every page: the workspace, who asks, what waits. */
export const readFrame = defineVerb(
  contract({ name: "workspace.readFrame", roles: everyone, input: z.object({}), audit: null }),
  async ({ ctx, tx }) => {
    const workspace = await loadWorkspace(tx);
    if (!workspace || ctx.actor.kind !== "user") throw new AppError("not_found", "There is no such workspace.");
    const { name, email, role } = ctx.actor;
    return { workspace, member: { name, email, role }, approvalsWaiting: await countApprovalsWaiting(tx) };
  },
);
