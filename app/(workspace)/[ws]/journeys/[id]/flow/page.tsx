import type { Metadata } from "next";
import { FlowPage } from "@/components/flow/flow-page";
import { read } from "@/lib/http/page";
import { readFlow } from "@/lib/services/flow/read-flow";

export const metadata: Metadata = { title: "Flow" };

export default async function Page({ params }: { params: Promise<{ ws: string; id: string }> }) {
  const { ws, id } = await params;
  return <FlowPage ws={ws} read={await read(ws, readFlow, { journeyId: id })} journeys={null} />;
}
