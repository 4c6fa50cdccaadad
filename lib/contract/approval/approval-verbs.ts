import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

export const listApprovalsContract = contract({
  name: "approval.list",
  roles: everyone,
  input: z.object({ status: z.enum(["asked", "approved", "refused", "withdrawn"]).optional() }),
  audit: null,
});

export const readApprovalContract = contract({
  name: "approval.read",
  roles: everyone,
  input: z.object({ approvalId: z.uuid() }),
  audit: null,
});

export const decideApprovalContract = contract({
  name: "approval.decide",
  roles: ["manager", "marketer"],
  input: z
    .object({
      approvalId: z.uuid(),
      decision: z.enum(["approved", "refused"]),
      comment: z.string().trim().max(1000).default(""),
    })
    .refine((value) => value.decision === "approved" || value.comment !== "", {
      path: ["comment"],
      message: "Say what should change.",
    }),
  audit: "approval.decided",
});
