import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { railCookie, themeCookie } from "@/components/shell/remember";
import { themeFrom } from "@/components/shell/theme";
import { WorkspaceFrame } from "@/components/shell/workspace-frame";
import { exposureWarning } from "@/lib/auth/exposure-warning";
import { read } from "@/lib/http/page";
import { readFrame } from "@/lib/services/workspace/read-frame";
import { endSessions } from "./actions";

interface WorkspaceLayoutProps {
  params: Promise<{ ws: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: WorkspaceLayoutProps): Promise<Metadata> {
  const { ws } = await params;
  return { title: { default: ws, template: `%s · ${ws} · Waymark` } };
}

export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  const { ws } = await params;
  const [{ workspace, member, approvalsWaiting }, kept] = await Promise.all([read(ws, readFrame, {}), cookies()]);
  const warning = exposureWarning();
  return (
    <WorkspaceFrame
      ws={ws}
      workspaceName={workspace.name}
      member={member}
      demo={workspace.isDemo}
      {...(warning ? { warning } : {})}
      theme={themeFrom(kept.get(themeCookie)?.value)}
      railWide={kept.get(railCookie)?.value === "wide"}
      approvalsWaiting={approvalsWaiting}
      searchUrl={`/api/app/${ws}/search`}
      signOutEverywhere={endSessions}
    >
      {children}
    </WorkspaceFrame>
  );
}
