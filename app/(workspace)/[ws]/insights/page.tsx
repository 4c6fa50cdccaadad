import type { Metadata } from "next";
import { InsightsPage } from "@/components/insight/insights-page";
import { read } from "@/lib/http/page";
import { readManagerBoard } from "@/lib/services/insight/read-manager-board";

export const metadata: Metadata = { title: "Insights" };

export default async function Page({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  return <InsightsPage ws={ws} data={await read(ws, readManagerBoard, {})} />;
}
