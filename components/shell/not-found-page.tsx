import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "./page";
import { TopBar } from "./top-bar";

export function NotFoundPage() {
  return (
    <>
      <TopBar title="Not found" />
      <Page>
        <EmptyState icon="search" title="There is nothing at this address">
          It may have been deleted, or it belongs to another workspace. Use the navigation, or search with Ctrl or Cmd
          K.
        </EmptyState>
      </Page>
    </>
  );
}
