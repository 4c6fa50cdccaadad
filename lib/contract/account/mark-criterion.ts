import { z } from "zod";
import { contract } from "@/lib/contract/contract";

export const markCriterionContract = contract({
  name: "account.markCriterion",
  roles: ["csm", "manager"],
  input: z.object({
    accountId: z.uuid(),
    criterionId: z.string().min(1).max(40),
    status: z.enum(["met", "waived"]),
    reason: z.string().trim().min(3, "Say in a few words why, for those who read it later.").max(500),
  }),
  audit: "account.criterion_marked",
});
