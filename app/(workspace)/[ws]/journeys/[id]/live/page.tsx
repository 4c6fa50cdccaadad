import type { Metadata } from "next";
import { askForApproval, publish, setStatus } from "@/app/(workspace)/[ws]/journeys/actions";
import { JourneyBuilder } from "@/components/builder/journey-builder";
import { read } from "@/lib/http/page";
import { readVocabulary } from "@/lib/services/audience/read-vocabulary";
import { readJourney } from "@/lib/services/journey/read-journey";
import { readLive } from "@/lib/services/journey/read-live";

export const metadata: Metadata = { title: "Live" };

interface Props {
  params: Promise<{ ws: string; id: string }>;
  /** `step`: the one to show selected. */
  searchParams: Promise<{ step?: string }>;
}

export default async function LivePage({ params, searchParams }: Props) {
  const [{ ws, id }, { step }] = await Promise.all([params, searchParams]);
  const [journey, vocabulary, live] = await Promise.all([
    read(ws, readJourney, { journeyId: id }),
    read(ws, readVocabulary, {}),
    read(ws, readLive, { journeyId: id }),
  ]);
  // What runs is the published version; a journey never published shows its draft.
  const draft = journey.live ? { document: journey.live.document, layout: journey.draft.layout } : journey.draft;
  return (
    <JourneyBuilder
      key={`${id}:live`}
      workspace={ws}
      journeyId={id}
      stepId={step}
      mode="live"
      draft={draft}
      rev={journey.revision}
      facts={journey}
      vocabulary={vocabulary}
      live={live}
      actions={{ publish, requestApproval: askForApproval, setStatus }}
    />
  );
}
