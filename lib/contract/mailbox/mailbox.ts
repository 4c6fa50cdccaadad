import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

/** `search` looks in sender, recipient and subject. `before` is the `nextBefore` of the page before. */
export const listMailboxContract = contract({
  name: "listMailbox",
  roles: everyone,
  input: z.object({
    search: z.string().trim().max(200).default(""),
    before: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z~[0-9a-f-]{36}$/, "Take it from `nextBefore` of the page before.")
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  audit: null,
});

export const readMailboxMessageContract = contract({
  name: "readMailboxMessage",
  roles: everyone,
  input: z.object({ mailId: z.uuid() }),
  audit: null,
});
