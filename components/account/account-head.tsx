import type { ReactNode } from "react";
import { TopBar } from "@/components/shell/top-bar";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Tag } from "@/components/ui/tag";
import { formatArr } from "./format";

interface AccountHeadProps {
  ws: string;
  account: {
    id: string;
    name: string;
    plan: string | null;
    arr: number | null;
    renewsInDays: number | null;
    ownerName: string | null;
  };
  right?: ReactNode;
}

/** Name, plan, ARR, renewal and owner, and the account's tabs. */
export function AccountHead({ ws, account, right }: AccountHeadProps) {
  const base = `/${ws}/accounts/${account.id}`;
  return (
    <>
      <TopBar
        crumbs={[{ label: "Accounts", href: `/${ws}/accounts` }]}
        title={account.name}
        headingBelow
        right={right}
        tags={
          <>
            {account.plan && <Tag>{account.plan}</Tag>}
            {account.arr !== null && <Tag>{formatArr(account.arr)} ARR</Tag>}
            {account.renewsInDays !== null && (
              <Tag>{account.renewsInDays < 0 ? "Contract ended" : `Renews in ${account.renewsInDays} d`}</Tag>
            )}
            <Tag>{account.ownerName ?? "No owner"}</Tag>
          </>
        }
      />
      <div className="no-print px-4 pt-2 md:px-7">
        <LinkTabs
          label={account.name}
          tabs={[
            { href: base, label: "Report" },
            { href: `${base}/activity`, label: "Activity" },
            { href: `${base}/people`, label: "People" },
          ]}
        />
      </div>
    </>
  );
}
