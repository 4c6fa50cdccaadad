import { listJourneyCards } from "@/db/queries/flow/find-journey";
import { readJourneyBoardContract } from "@/lib/contract/insight/insights";
import { defineVerb } from "@/lib/services/define-verb";

/** What a marketer looks at first: drafts in hand, journeys under way. */
export const readJourneyBoard = defineVerb(readJourneyBoardContract, async ({ tx }) => {
  const journeys = (await listJourneyCards(tx)).map((one) => ({ ...one, changedAtMs: one.changedAt.getTime() }));
  return {
    drafts: journeys.filter((one) => one.status === "draft" || one.status === "in_review"),
    live: journeys.filter((one) => one.status === "live" || one.status === "paused"),
  };
});
