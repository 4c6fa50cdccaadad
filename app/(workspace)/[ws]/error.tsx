"use client";
import { ErrorPage } from "@/components/shell/error-page";
import { Page } from "@/components/shell/page";
import { TopBar } from "@/components/shell/top-bar";

export default function WorkspaceError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <TopBar title="This page failed" />
      <Page>
        <ErrorPage reference={error.digest ?? null} onRetry={reset} />
      </Page>
    </>
  );
}
