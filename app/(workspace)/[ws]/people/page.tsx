import type { Metadata } from "next";
import { PersonListPage } from "@/components/person/person-list-page";
import { read } from "@/lib/http/page";
import { listPeople } from "@/lib/services/person/list-people";

export const metadata: Metadata = { title: "People" };

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ ws: string }>;
  searchParams: Promise<{ q?: string; after?: string }>;
}) {
  const [{ ws }, { q, after }] = await Promise.all([params, searchParams]);
  return (
    <PersonListPage
      ws={ws}
      q={q ?? ""}
      list={await read(ws, listPeople, { ...(q ? { q } : {}), ...(after ? { after } : {}) })}
    />
  );
}
