import type { Metadata } from "next";
import { ReportPage } from "@/components/account/report-page";
import { read } from "@/lib/http/page";
import { readAccount } from "@/lib/services/account/read-account";
import { readJourneyReport } from "@/lib/services/account/read-journey-report";
import * as acts from "@/app/(workspace)/[ws]/accounts/actions";

interface PageProps {
  params: Promise<{ ws: string; id: string }>;
}

export const metadata: Metadata = { title: "Customer journey report" };

export default async function Page({ params }: PageProps) {
  const { ws, id } = await params;
  const [account, report] = await Promise.all([
    read(ws, readAccount, { accountId: id }),
    read(ws, readJourneyReport, { accountId: id }),
  ]);
  return (
    <ReportPage
      ws={ws}
      account={account}
      report={report}
      acts={{
        markCriterion: acts.markCriterionAct,
        openEscalation: acts.openEscalationAct,
        closeEscalation: acts.closeEscalationAct,
        createTask: acts.createTaskAct,
        completeTask: acts.completeTaskAct,
        snoozeTask: acts.snoozeTaskAct,
        reassignTask: acts.reassignTaskAct,
      }}
    />
  );
}
