import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { read } from "@/lib/http/page";
import { readFrame } from "@/lib/services/workspace/read-frame";

export default async function SettingsLayout({
  params,
  children,
}: {
  params: Promise<{ ws: string }>;
  children: ReactNode;
}) {
  const { ws } = await params;
  const { member } = await read(ws, readFrame, {});
  return (
    <>
      <TopBar title="Settings" headingBelow />
      <Page width="reading">
        <SettingsTabs ws={ws} withAudit={member.role === "admin" || member.role === "manager"} />
        {children}
      </Page>
    </>
  );
}
