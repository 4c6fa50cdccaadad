import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

export const accountSort = z.enum(["name", "health", "journey", "arr", "renewal", "stage_days"]);

export const listAccountsContract = contract({
  name: "account.list",
  roles: everyone,
  input: z.object({
    stage: z.string().max(40).optional(),
    health: z.enum(["healthy", "watch", "risk", "unknown"]).optional(),
    ownerId: z.uuid().optional(),
    q: z.string().trim().max(200).optional(),
    sort: accountSort.default("name"),
    /** Where the last page ended. */
    after: z.string().max(600).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  audit: null,
});
