import { z } from "zod";
import { rule } from "@/lib/audience/rule";
import { contract, everyone } from "@/lib/contract/contract";

export const countRuleContract = contract({
  name: "audience.count",
  roles: everyone,
  input: z.object({ subject: z.enum(["person", "account"]), rule }),
  audit: null,
});

export const readVocabularyContract = contract({
  name: "audience.vocabulary",
  roles: everyone,
  input: z.object({}),
  audit: null,
});

export const listSegmentsContract = contract({
  name: "segment.list",
  roles: everyone,
  input: z.object({}),
  audit: null,
});

export const saveSegmentContract = contract({
  name: "segment.save",
  roles: ["marketer", "manager", "csm"],
  input: z.object({
    segmentId: z.uuid().optional(),
    name: z.string().trim().min(1, "Give the segment a name.").max(120),
    subject: z.enum(["person", "account"]),
    rule,
  }),
  audit: "segment.saved",
});

export const deleteSegmentContract = contract({
  name: "segment.delete",
  roles: ["marketer", "manager"],
  input: z.object({ segmentId: z.uuid() }),
  audit: "segment.deleted",
});
