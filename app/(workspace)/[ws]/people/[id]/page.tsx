import type { Metadata } from "next";
import { PersonPage } from "@/components/person/person-page";
import { read } from "@/lib/http/page";
import { readPerson } from "@/lib/services/person/read-person";

export const metadata: Metadata = { title: "Person" };

interface PageProps {
  params: Promise<{ ws: string; id: string }>;
  searchParams: Promise<{ show?: string; journeyId?: string; before?: string }>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ ws, id }, { show, journeyId, before }] = await Promise.all([params, searchParams]);
  const shown = show === "not_sent" ? "not_sent" : "all";
  const data = await read(ws, readPerson, {
    personId: id,
    show: shown,
    ...(journeyId ? { journeyId } : {}),
    ...(before ? { before } : {}),
  });
  return <PersonPage ws={ws} data={data} show={shown} journeyId={journeyId ?? null} />;
}
