import { ManagerBoard, type ManagerBoardData } from "@/components/insight/manager-board";
import { formatArr } from "@/components/account/format";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/shell/page-header";

/** A manager's start: the portfolio in a sentence, then whether it works. */
export function Portfolio({ ws, data }: { ws: string; data: ManagerBoardData }) {
  const off = data.metrics.filter((metric) => metric.isOnTarget === false).length;
  const behind = data.board.reduce((sum, column) => sum + (column.behind ?? 0), 0);
  return (
    <Page width="report">
      <PageHeader
        title={`${behind} of ${data.accounts} accounts are behind plan; ${off === 0 ? "every metric known is on target" : `${off} of five metrics ${off === 1 ? "is" : "are"} off target`}`}
      >
        {formatArr(data.arr)} ARR in all, {formatArr(data.health.find((share) => share.band === "risk")?.arr ?? 0)} of
        it at risk.
      </PageHeader>
      <ManagerBoard ws={ws} data={data} />
    </Page>
  );
}
