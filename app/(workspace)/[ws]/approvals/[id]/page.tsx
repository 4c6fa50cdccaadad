import { ApprovalDetail } from "@/components/approvals/approval-detail";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { openCtx } from "@/lib/http/open-ctx";
import { read } from "@/lib/http/page";
import { readApproval } from "@/lib/services/approval/list-approvals";
import { decide } from "@/app/(workspace)/[ws]/approvals/actions";

export default async function ApprovalPage({ params }: { params: Promise<{ ws: string; id: string }> }) {
  const { ws, id } = await params;
  const { approval, document } = await read(ws, readApproval, { approvalId: id });
  const { actor } = await openCtx(ws);
  const isOwn = actor.kind === "user" && actor.userId === approval.asked_by;
  const mayDecide = ["admin", "manager", "marketer"].includes(actor.role);
  return (
    <>
      <TopBar
        crumbs={[{ label: "Approvals", href: `/${ws}/approvals` }]}
        title={`${approval.journey_name}, version ${approval.number}`}
      />
      <Page width="reading">
        <ApprovalDetail
          ws={ws}
          approval={approval}
          document={document}
          isOwn={isOwn}
          mayDecide={mayDecide}
          decide={decide}
        />
      </Page>
    </>
  );
}
