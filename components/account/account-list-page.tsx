import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { AccountFilters } from "./account-filters";
import { type AccountRow, AccountTable } from "./account-table";
import { formatArr } from "./format";

interface AccountListPageProps {
  ws: string;
  current: { stage?: string; health?: string; ownerId?: string; q?: string; sort?: string; after?: string };
  list: {
    total: { count: number; arr: number };
    team: { id: string; name: string }[];
    next: string | null;
    accounts: AccountRow[];
  };
  nowMs: number;
}

export function AccountListPage({ ws, current, list, nowMs }: AccountListPageProps) {
  const { after: _after, ...kept } = current;
  const href = (change: Record<string, string>) =>
    `/${ws}/accounts?${new URLSearchParams(Object.entries({ ...kept, ...change }))}`;
  const isFiltered = Boolean(current.stage || current.health || current.ownerId || current.q);
  const empty = isFiltered ? (
    <EmptyState
      icon="accounts"
      title="No account fits these filters"
      action={<ButtonLink href={`/${ws}/accounts`}>Show all accounts</ButtonLink>}
    >
      Choose another stage, health or owner.
    </EmptyState>
  ) : (
    <EmptyState icon="accounts" title="No accounts yet">
      Accounts appear as soon as your product sends a group call with a name, contract dates and ARR.
    </EmptyState>
  );
  return (
    <>
      <TopBar
        title="Accounts"
        tags={
          <span className="text-small text-ink-2">
            {list.total.count.toLocaleString("en")} · {formatArr(list.total.arr)} ARR
          </span>
        }
      />
      <Page width="full">
        <AccountFilters ws={ws} current={kept} owners={list.team} />
        <AccountTable
          ws={ws}
          rows={list.accounts}
          sort={current.sort ?? "name"}
          sortHref={(sort) => href({ sort })}
          nowMs={nowMs}
          empty={empty}
        />
        <div className="flex gap-2">
          {current.after && <ButtonLink href={href({})}>First page</ButtonLink>}
          {list.next && (
            <ButtonLink href={href({ after: list.next })}>Next {Math.min(50, list.total.count)}</ButtonLink>
          )}
        </div>
      </Page>
    </>
  );
}
