import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { JourneyBuilder } from "@/components/builder/journey-builder";
import { read } from "@/lib/http/page";
import { readVocabulary } from "@/lib/services/audience/read-vocabulary";
import { readJourney } from "@/lib/services/journey/read-journey";
import { askForApproval, publish, setStatus } from "@/app/(workspace)/[ws]/journeys/actions";

export const metadata: Metadata = { title: "Build" };

interface Props {
  params: Promise<{ ws: string; id: string }>;
  /** `step`: the one to show selected. */
  searchParams: Promise<{ step?: string }>;
}

export default async function BuildPage({ params, searchParams }: Props) {
  const [{ ws, id }, { step }] = await Promise.all([params, searchParams]);
  const [journey, vocabulary] = await Promise.all([
    read(ws, readJourney, { journeyId: id }),
    read(ws, readVocabulary, {}),
  ]);
  if (!journey.canEdit) redirect(`/${ws}/journeys/${id}/live${step ? `?step=${encodeURIComponent(step)}` : ""}`);
  return (
    <JourneyBuilder
      key={`${id}:build`}
      workspace={ws}
      journeyId={id}
      stepId={step}
      mode="build"
      draft={journey.draft}
      rev={journey.revision}
      facts={journey}
      vocabulary={vocabulary}
      actions={{ publish, requestApproval: askForApproval, setStatus }}
    />
  );
}
