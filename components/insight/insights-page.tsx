import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { ButtonLink } from "@/components/ui/button-link";
import { formatArr } from "@/components/account/format";
import { ManagerBoard, type ManagerBoardData } from "./manager-board";

export function InsightsPage({ ws, data }: { ws: string; data: ManagerBoardData }) {
  return (
    <>
      <TopBar
        title="Insights"
        tags={
          <span className="text-small text-ink-2">
            {data.accounts} accounts · {formatArr(data.arr)} ARR
          </span>
        }
        right={
          <ButtonLink href={`/${ws}/insights/flow`} icon="flow">
            Flow
          </ButtonLink>
        }
      />
      <Page width="report">
        <ManagerBoard ws={ws} data={data} />
      </Page>
    </>
  );
}
