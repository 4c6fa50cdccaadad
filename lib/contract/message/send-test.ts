import { z } from "zod";
import { contract } from "@/lib/contract/contract";
import { content, purpose } from "@/lib/journey/kinds/config";

export const sendTestContract = contract({
  name: "sendTest",
  roles: ["marketer", "manager", "csm"],
  input: z.object({
    purpose: purpose.default("marketing"),
    content,
    personId: z.uuid().optional(),
    context: z.record(z.string(), z.unknown()).default({}),
  }),
  audit: "message.test_sent",
});
