import type { Metadata } from "next";
import { FlowPage } from "@/components/flow/flow-page";
import { read } from "@/lib/http/page";
import { readFlow } from "@/lib/services/flow/read-flow";

export const metadata: Metadata = { title: "Flow" };

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ ws: string; id: string }>;
  searchParams: Promise<{ from?: string }>;
}) {
  const [{ ws, id }, { from }] = await Promise.all([params, searchParams]);
  const flow = await read(ws, readFlow, { journeyId: id, ...(from ? { from } : {}) });
  return <FlowPage ws={ws} read={flow} journeys={flow.journeys} />;
}
