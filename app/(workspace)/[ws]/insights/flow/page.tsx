import { redirect } from "next/navigation";
import { Page as Frame } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { read } from "@/lib/http/page";
import { readJourneyBoard } from "@/lib/services/insight/read-journey-board";

/** The flow of the journey with most inside. */
export default async function Page({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  const { live } = await read(ws, readJourneyBoard, {});
  const [busiest] = [...live].sort((a, b) => b.inside - a.inside);
  if (busiest) redirect(`/${ws}/insights/flow/${busiest.id}`);
  return (
    <>
      <TopBar crumbs={[{ label: "Insights", href: `/${ws}/insights` }]} title="Flow" />
      <Frame>
        <EmptyState icon="flow" title="No journey is live yet">
          Publish a journey; the paths people take through it are drawn here.
        </EmptyState>
      </Frame>
    </>
  );
}
