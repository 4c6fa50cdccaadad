import type { Metadata } from "next";
import { JourneyList } from "@/components/journeys/journey-list";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { ButtonLink } from "@/components/ui/button-link";
import { read } from "@/lib/http/page";
import { listJourneys } from "@/lib/services/journey/list-journeys";

export const metadata: Metadata = { title: "Journeys" };

interface Props {
  params: Promise<{ ws: string }>;
  searchParams: Promise<{ q?: string; status?: string }>;
}

export default async function JourneysPage({ params, searchParams }: Props) {
  const [{ ws }, { q, status }] = await Promise.all([params, searchParams]);
  const journeys = await read(ws, listJourneys, { q, status });
  return (
    <>
      <TopBar
        title="Journeys"
        right={
          <ButtonLink href={`/${ws}/journeys/new`} variant="primary" icon="add">
            New journey
          </ButtonLink>
        }
      />
      <Page>
        <JourneyList ws={ws} journeys={journeys} q={q ?? ""} status={status ?? ""} />
      </Page>
    </>
  );
}
