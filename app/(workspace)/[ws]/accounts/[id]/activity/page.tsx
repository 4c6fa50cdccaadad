import type { Metadata } from "next";
import { ActivityPage } from "@/components/account/activity-page";
import { read } from "@/lib/http/page";
import { readAccount } from "@/lib/services/account/read-account";
import { readActivity } from "@/lib/services/account/read-activity";

export const metadata: Metadata = { title: "Activity" };

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ ws: string; id: string }>;
  searchParams: Promise<{ before?: string }>;
}) {
  const [{ ws, id }, { before }] = await Promise.all([params, searchParams]);
  const activity = read(ws, readActivity, { accountId: id, ...(before ? { before } : {}) });
  return <ActivityPage ws={ws} account={await read(ws, readAccount, { accountId: id })} activity={await activity} />;
}
