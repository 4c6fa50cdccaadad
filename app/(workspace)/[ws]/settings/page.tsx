import type { Metadata } from "next";
import { GeneralForm } from "@/components/settings/general-form";
import { regionOptions, zoneOptions } from "@/components/settings/place-options";
import { PageHeader } from "@/components/shell/page-header";
import { openCtx } from "@/lib/http/open-ctx";
import { read } from "@/lib/http/page";
import { readWorkspace } from "@/lib/services/workspace/read-workspace";
import { save } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function GeneralPage({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  const settings = await read(ws, readWorkspace, {});
  const { actor, now } = await openCtx(ws);
  return (
    <>
      <PageHeader title="What the workspace is called, and who its messages come from" />
      <GeneralForm
        ws={ws}
        settings={settings}
        zones={zoneOptions(now())}
        regions={regionOptions()}
        mayChange={actor.role === "admin"}
        save={save}
      />
    </>
  );
}
