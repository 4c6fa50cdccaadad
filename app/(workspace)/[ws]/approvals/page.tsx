import type { Metadata } from "next";
import { ApprovalList } from "@/components/approvals/approval-list";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { read } from "@/lib/http/page";
import { listApprovals } from "@/lib/services/approval/list-approvals";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ params }: { params: Promise<{ ws: string }> }) {
  const { ws } = await params;
  const approvals = await read(ws, listApprovals, {});
  return (
    <>
      <TopBar title="Approvals" />
      <Page>
        <ApprovalList ws={ws} approvals={approvals} />
      </Page>
    </>
  );
}
