import type { Metadata } from "next";
import { completeTaskAct, reassignTaskAct, snoozeTaskAct } from "@/app/(workspace)/[ws]/accounts/actions";
import { WorkPage } from "@/components/work/work-page";
import { read } from "@/lib/http/page";
import { listTasks } from "@/lib/services/task/list-tasks";

export const metadata: Metadata = { title: "Work" };

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ ws: string }>;
  searchParams: Promise<{ whose?: string }>;
}) {
  const [{ ws }, { whose }] = await Promise.all([params, searchParams]);
  const mine = whose === "all" ? "all" : "mine";
  return (
    <WorkPage
      ws={ws}
      whose={mine}
      work={await read(ws, listTasks, { whose: mine })}
      acts={{ completeTask: completeTaskAct, snoozeTask: snoozeTaskAct, reassignTask: reassignTaskAct }}
    />
  );
}
