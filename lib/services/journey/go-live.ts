import { addInboxForAll } from "@/db/queries/inbox/add-inbox-for-all";
import { changeJourney, changeVersion, findVersion, lockJourney } from "@/db/queries/journey/store-journey";
import type { Tx } from "@/db/transaction";
import { AppError } from "@/lib/errors/app-error";
import { BUCKET_COUNT } from "@/lib/hash/bucket-of";
import { journeyDocument } from "@/lib/journey/document";

/** Make an approved version the one that takes new entries. People under way stay on the version they entered. */
export async function goLive(
  tx: Tx,
  { journeyId, versionId, at }: { journeyId: string; versionId: string; at: Date },
): Promise<void> {
  const journey = await lockJourney(tx, journeyId);
  if (!journey) throw new AppError("not_found", "There is no such journey in this workspace.");
  if (journey.liveVersionId && journey.liveVersionId !== versionId)
    await changeVersion(tx, journey.liveVersionId, { retiredAt: at });
  await changeVersion(tx, versionId, { publishedAt: at });
  await changeJourney(tx, journeyId, { liveVersionId: versionId, status: "live", changedAt: at });
  const version = await findVersion(tx, versionId);
  const { entry, subject } = journeyDocument.parse(version?.document);
  if (entry.trigger.type !== "date") return;
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++)
    await addInboxForAll(tx, bucket, subject, { kind: "plan_dates", journeyId });
}
