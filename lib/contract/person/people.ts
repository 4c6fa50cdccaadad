import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

export const listPeopleContract = contract({
  name: "person.list",
  roles: everyone,
  input: z.object({
    q: z.string().trim().max(200).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  audit: null,
});

export const readPersonContract = contract({
  name: "person.read",
  roles: everyone,
  input: z.object({
    personId: z.uuid(),
    journeyId: z.uuid().optional(),
    show: z.enum(["all", "not_sent"]).default("all"),
    before: z.string().regex(/^\d+$/).optional(),
  }),
  audit: null,
});
