import type { Metadata } from "next";
import { MembersPage } from "@/components/account/members-page";
import { read } from "@/lib/http/page";
import { readAccount } from "@/lib/services/account/read-account";

export const metadata: Metadata = { title: "People of the account" };

export default async function Page({ params }: { params: Promise<{ ws: string; id: string }> }) {
  const { ws, id } = await params;
  return <MembersPage ws={ws} account={await read(ws, readAccount, { accountId: id })} />;
}
