import { z } from "zod";
import { contract } from "@/lib/contract/contract";

export const severity = z.enum(["low", "medium", "high", "critical"]);

export const openEscalationContract = contract({
  name: "account.openEscalation",
  roles: ["csm", "manager"],
  input: z.object({
    accountId: z.uuid(),
    title: z.string().trim().min(3, "Say in a few words what is wrong.").max(200),
    severity: severity.default("high"),
  }),
  audit: "account.escalation_opened",
});

export const closeEscalationContract = contract({
  name: "account.closeEscalation",
  roles: ["csm", "manager"],
  input: z.object({
    accountId: z.uuid(),
    escalationId: z.uuid(),
    resolution: z.string().trim().min(3, "Say in a few words how it ended.").max(1000),
  }),
  audit: "account.escalation_closed",
});
