import type { Metadata } from "next";
import { LibraryTabs } from "@/components/library/library-tabs";
import { SegmentList } from "@/components/segments/segment-list";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { read } from "@/lib/http/page";
import { readVocabulary } from "@/lib/services/audience/read-vocabulary";
import { listSegments } from "@/lib/services/segment/segment-verbs";
import { remove, save } from "./actions";

export const metadata: Metadata = { title: "Segments" };

export default async function SegmentsPage({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  const [segments, vocabulary] = await Promise.all([read(ws, listSegments, {}), read(ws, readVocabulary, {})]);
  return (
    <>
      <TopBar title="Library" />
      <Page>
        <LibraryTabs ws={ws} />
        <SegmentList ws={ws} segments={segments} vocabulary={vocabulary} save={save} remove={remove} />
      </Page>
    </>
  );
}
