import { ManagerBoard, type ManagerBoardData } from "@/components/insight/manager-board";
import { formatArr } from "@/components/account/format";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/shell/page-header";

/** A manager's start: the portfolio in a sentence, then whether it works. */
export function Portfolio({ ws, data }: { ws: string; data: ManagerBoardData }) {
  const off = data.metrics.filter((metric) => metric.isOnTarget === false).length;
  const behind = data.board.reduce((sum, column) => sum + (column.behind ?? 0), 0);
  const atRisk = data.health.find((share) => share.band === "risk")?.arr ?? 0;
  return (
    <Page width="report">
      <PageHeader title={headline(data.accounts, behind, off)}>
        {data.accounts === 0
          ? "Accounts appear as soon as your product sends a group call."
          : `${formatArr(data.arr)} ARR in all, ${formatArr(atRisk)} of it at risk.`}
      </PageHeader>
      <ManagerBoard ws={ws} data={data} />
    </Page>
  );
}

function headline(accounts: number, behind: number, off: number): string {
  if (accounts === 0) return "No accounts yet";
  const metrics =
    off === 0 ? "every metric known is on target" : `${off} of five metrics ${off === 1 ? "is" : "are"} off target`;
  return `${behind} of ${accounts} accounts are behind plan; ${metrics}`;
}
