import type { Metadata } from "next";
import { AccountListPage } from "@/components/account/account-list-page";
import { accountSort } from "@/lib/contract/account/list-accounts";
import { read } from "@/lib/http/page";
import { listAccounts } from "@/lib/services/account/list-accounts";

export const metadata: Metadata = { title: "Accounts" };

const bands = ["healthy", "watch", "risk", "unknown"] as const;

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ ws: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const [{ ws }, { stage, health, ownerId, q, sort, after }] = await Promise.all([params, searchParams]);
  const asked = {
    ...(stage ? { stage } : {}),
    ...(ownerId ? { ownerId } : {}),
    ...(q ? { q } : {}),
    ...(after ? { after } : {}),
    ...(accountSort.safeParse(sort).success ? { sort: accountSort.parse(sort) } : {}),
    ...(bands.some((band) => band === health) ? { health: health as (typeof bands)[number] } : {}),
  };
  return <AccountListPage ws={ws} current={asked} list={await read(ws, listAccounts, asked)} nowMs={Date.now()} />;
}
