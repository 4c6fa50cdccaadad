import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ConnectGuide } from "@/components/source/connect-guide";
import { RecentEventsList } from "@/components/source/recent-events-list";
import { RefusedItemsList } from "@/components/source/refused-items-list";
import { WriteKeys } from "@/components/source/write-keys";
import { env } from "@/lib/env";
import { openCtx } from "@/lib/http/open-ctx";
import { read } from "@/lib/http/page";
import { listRecentEvents } from "@/lib/services/source/list-recent-events";
import { listRefusedItems } from "@/lib/services/source/list-refused-items";
import { listWriteKeys } from "@/lib/services/source/list-write-keys";
import { create, revoke } from "./actions";

export const metadata: Metadata = { title: "Sources" };

export default async function Sources({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  const [keys, recent, refused] = await Promise.all([
    read(ws, listWriteKeys, {}),
    read(ws, listRecentEvents, {}),
    read(ws, listRefusedItems, {}),
  ]);
  const { actor } = await openCtx(ws);
  return (
    <>
      <PageHeader title="Events come in through Segment's tracking API">
        Any Segment or RudderStack client works with nothing changed but its address and its key.
      </PageHeader>
      <WriteKeys ws={ws} keys={keys} mayChange={actor.role === "admin"} create={create} revoke={revoke} />
      <ConnectGuide address={env().url} />
      <RecentEventsList ws={ws} first={recent} />
      <RefusedItemsList ws={ws} first={refused} />
    </>
  );
}
