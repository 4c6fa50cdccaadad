import { z } from "zod";
import { raiseSessionVersion } from "@/db/queries/user/raise-session-version";
import { contract, everyone } from "@/lib/contract/contract";
import { AppError } from "@/lib/errors/app-error";
import { actorUserId } from "@/lib/services/ctx";
import { defineVerb } from "@/lib/services/define-verb";

/** End every session of the caller, on this and all other devices. */
export const signOutEverywhere = defineVerb(
  contract({
    name: "user.signOutEverywhere",
    roles: everyone,
    input: z.object({}),
    audit: "user.signed_out_everywhere",
  }),
  async ({ ctx, tx, audit }) => {
    const userId = actorUserId(ctx.actor);
    if (userId === null) throw new AppError("forbidden", "Only a person who signs in has sessions to end.");
    await raiseSessionVersion(tx, userId);
    audit(`user:${userId}`);
    return null;
  },
);
