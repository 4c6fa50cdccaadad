import type { Metadata } from "next";
import { homeViews, HomeTabs } from "@/components/home/home-tabs";
import { JourneyBoard } from "@/components/home/journey-board";
import { Portfolio } from "@/components/home/portfolio";
import { Today } from "@/components/home/today";
import { TopBar } from "@/components/shell/top-bar";
import { read } from "@/lib/http/page";
import { readJourneyBoard } from "@/lib/services/insight/read-journey-board";
import { readManagerBoard } from "@/lib/services/insight/read-manager-board";
import { readToday } from "@/lib/services/insight/read-today";
import { readFrame } from "@/lib/services/workspace/read-frame";

export const metadata: Metadata = { title: "Home" };

const roleView = { csm: "csm", marketer: "marketer", manager: "manager", admin: "manager", viewer: "manager" } as const;

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ ws: string }>;
  searchParams: Promise<{ as?: string }>;
}) {
  const [{ ws }, asked] = await Promise.all([params, searchParams]);
  const { member } = await read(ws, readFrame, {});
  const view = homeViews.find((one) => one === asked.as) ?? roleView[member.role];
  return (
    <>
      <TopBar title="Home" headingBelow right={<HomeTabs ws={ws} view={view} />} />
      {view === "csm" && <Today ws={ws} data={await read(ws, readToday, {})} />}
      {view === "marketer" && <JourneyBoard ws={ws} board={await read(ws, readJourneyBoard, {})} />}
      {view === "manager" && <Portfolio ws={ws} data={await read(ws, readManagerBoard, {})} />}
    </>
  );
}
