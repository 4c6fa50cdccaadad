import type { Metadata } from "next";
import { NewJourneyForm } from "@/components/journeys/new-journey-form";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { create } from "@/app/(workspace)/[ws]/journeys/actions";

export const metadata: Metadata = { title: "New journey" };

export default async function NewJourneyPage({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  return (
    <>
      <TopBar crumbs={[{ label: "Journeys", href: `/${ws}/journeys` }]} title="New journey" />
      <Page width="reading">
        <NewJourneyForm ws={ws} create={create} />
      </Page>
    </>
  );
}
