"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";

interface ErrorPageProps {
  /** Stands in the log beside the cause. */
  reference: string | null;
  onRetry: () => void;
}

/** What a page shows in place of itself. Nothing of the cause reaches the browser. */
export function ErrorPage({ reference, onRetry }: ErrorPageProps) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="flex max-w-[640px] flex-col gap-3">
      <ErrorBlock
        title="This page could not be drawn because of a fault of ours. Nothing was changed."
        onRetry={onRetry}
      >
        {reference
          ? `Whoever runs this Waymark finds the cause in its log under ${reference}.`
          : "The connection may be lost, or Waymark was restarted."}
      </ErrorBlock>
      {reference && (
        <Button
          size="s"
          icon="copy"
          className="self-start"
          onClick={async () => {
            await navigator.clipboard.writeText(reference);
            setCopied(true);
          }}
        >
          {copied ? "Copied" : "Copy the error code"}
        </Button>
      )}
    </div>
  );
}
