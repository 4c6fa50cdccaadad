import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";
import { content, messageChannel, purpose } from "@/lib/journey/kinds/config";

export const previewMessageContract = contract({
  name: "previewMessage",
  roles: everyone,
  input: z.object({
    channel: messageChannel.default("email"),
    purpose: purpose.default("marketing"),
    content,
    /** Whose values to fill in; without one, `sample` or nothing. */
    personId: z.uuid().optional(),
    /** Traits to fill in when no person is chosen. */
    sample: z.record(z.string(), z.unknown()).default({}),
    context: z.record(z.string(), z.unknown()).default({}),
  }),
  audit: null,
});
