"use client";
import { ErrorPage } from "@/components/shell/error-page";
import { LonePage } from "@/components/shell/lone-page";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <LonePage title="This page failed">
      <ErrorPage reference={error.digest ?? null} onRetry={reset} />
    </LonePage>
  );
}
