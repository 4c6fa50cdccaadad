import { countWaiting, listVersions, sumOutcomes, sumPaths } from "@/db/queries/journey/list-journeys";
import { findJourney } from "@/db/queries/journey/store-journey";
import { readLiveContract } from "@/lib/contract/journey/journey-verbs";
import { AppError } from "@/lib/errors/app-error";
import { prepareLive } from "@/lib/metrics/prepare-live";
import { defineVerb } from "@/lib/services/define-verb";

/** Counts per step and path over all versions of the journey, by the steps' stable ids. */
export const readLive = defineVerb(readLiveContract, async ({ ctx, tx }, { journeyId }) => {
  if (!(await findJourney(tx, journeyId)))
    throw new AppError("not_found", "There is no such journey in this workspace.");
  const versionIds = (await listVersions(tx, journeyId)).map((version) => version.id);
  const [paths, outcomes, waiting] = [
    await sumPaths(tx, versionIds, ""),
    await sumOutcomes(tx, versionIds, ""),
    await countWaiting(tx, journeyId),
  ];
  return prepareLive({ paths, outcomes, waiting, asOf: ctx.now() });
});
