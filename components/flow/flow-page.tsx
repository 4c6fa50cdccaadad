import { JourneyModes } from "@/components/journeys/journey-modes";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Section } from "@/components/ui/section";
import type { Sankey } from "@/lib/metrics/sankey";
import { FlowView } from "./flow-view";

interface FlowPageProps {
  ws: string;
  read: {
    journey: { id: string; name: string; subject: string };
    canEdit: boolean;
    states: { id: string; stage: string | null }[];
    from: { id: string; name: string } | null;
    flow: Sankey;
  };
  /** Under Insights, with a choice of journeys; else the journey's own page. */
  journeys: readonly { id: string; name: string }[] | null;
}

/** The paths actually taken through one journey. */
export function FlowPage({ ws, read, journeys }: FlowPageProps) {
  const stageOf = Object.fromEntries(read.states.flatMap((state) => (state.stage ? [[state.id, state.stage]] : [])));
  const subjects = read.journey.subject === "account" ? "accounts" : "people";
  const crumbs = journeys
    ? [{ label: "Insights", href: `/${ws}/insights` }]
    : [
        { label: "Journeys", href: `/${ws}/journeys` },
        { label: read.journey.name, href: `/${ws}/journeys/${read.journey.id}/live` },
      ];
  const lost = read.flow.items.reduce((sum, item) => sum + item.dropped, 0);
  return (
    <>
      <TopBar
        crumbs={crumbs}
        title="Flow"
        {...(journeys
          ? {}
          : {
              centre: <JourneyModes ws={ws} journeyId={read.journey.id} current="flow" canEdit={read.canEdit} />,
            })}
      />
      <Page width="full">
        {journeys && (
          <LinkTabs
            label="Journeys"
            tabs={journeys.map((journey) => ({ href: `/${ws}/insights/flow/${journey.id}`, label: journey.name }))}
          />
        )}
        <Section
          title={`What happened in ${read.journey.name}`}
          note={`${read.flow.starters.toLocaleString("en")} ${subjects} over all versions, ${lost.toLocaleString("en")} lost on the way. The n-th step taken stands in column n; a step taken again is its own item.`}
        >
          <div className="pt-3">
            <FlowView flow={read.flow} from={read.from} stageOf={stageOf} subjects={subjects} />
          </div>
        </Section>
      </Page>
    </>
  );
}
