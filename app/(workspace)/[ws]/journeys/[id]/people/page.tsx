import { enroll } from "@/app/(workspace)/[ws]/journeys/actions";
import { EnrollByHand } from "@/components/journeys/enroll-by-hand";
import { JourneyModes } from "@/components/journeys/journey-modes";
import { JourneyPeople } from "@/components/journeys/journey-people";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { read } from "@/lib/http/page";
import { listJourneyPeople } from "@/lib/services/journey/list-journey-people";

interface Props {
  params: Promise<{ ws: string; id: string }>;
  searchParams: Promise<{ step?: string }>;
}

export default async function JourneyPeoplePage({ params, searchParams }: Props) {
  const [{ ws, id }, { step }] = await Promise.all([params, searchParams]);
  const { name, canEdit, isLive, subject, steps, people } = await read(ws, listJourneyPeople, { journeyId: id, step });
  return (
    <>
      <TopBar
        crumbs={[
          { label: "Journeys", href: `/${ws}/journeys` },
          { label: name, href: `/${ws}/journeys/${id}/live` },
        ]}
        title="Who is where"
        centre={<JourneyModes ws={ws} journeyId={id} current="people" canEdit={canEdit} />}
        right={isLive && <EnrollByHand ws={ws} journeyId={id} subject={subject} enroll={enroll} />}
      />
      <Page>
        <JourneyPeople ws={ws} journeyId={id} steps={steps} people={people} step={step ?? ""} nowMs={Date.now()} />
      </Page>
    </>
  );
}
