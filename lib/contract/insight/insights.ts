import { z } from "zod";
import { contract, everyone } from "@/lib/contract/contract";

export const readManagerBoardContract = contract({
  name: "insight.readManagerBoard",
  roles: everyone,
  input: z.object({}),
  audit: null,
});
export const readTodayContract = contract({
  name: "insight.readToday",
  roles: everyone,
  input: z.object({}),
  audit: null,
});
export const readJourneyBoardContract = contract({
  name: "insight.readJourneyBoard",
  roles: everyone,
  input: z.object({}),
  audit: null,
});
export const readFlowContract = contract({
  name: "flow.read",
  roles: everyone,
  input: z.object({
    journeyId: z.uuid(),
    versionId: z.uuid().optional(),
    /** Begin at this step: those who never came there are left out. */
    from: z.string().max(60).optional(),
    days: z.coerce.number().int().min(1).max(730).optional(),
  }),
  audit: null,
});
