"use client";
import { useEffect, useState } from "react";
import { z } from "zod";
import type { Rule } from "@/lib/audience/rule";

const counted = z.object({ matches: z.number(), total: z.number() });
const PAUSE_MS = 250;

/** "matches 312 of 1,240 people now". Says nothing while the count is not known. */
export function RuleCount({
  workspace,
  subject,
  rule,
}: {
  workspace: string;
  subject: "person" | "account";
  rule: Rule;
}) {
  const [count, setCount] = useState<{ of: string; matches: number; total: number } | null>(null);
  const asked = JSON.stringify({ subject, rule });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/app/${workspace}/rule-count`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: asked,
          signal: stop.signal,
        });
        const parsed = response.ok ? counted.safeParse(await response.json()) : null;
        setCount(parsed?.success ? { of: asked, ...parsed.data } : null);
      } catch {
        if (!stop.signal.aborted) setCount(null); // the count is a help; the rule stands without it
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, asked]);
  const noun = subject === "account" ? "accounts" : "people";
  return (
    <p className="mt-1 min-h-4 text-small text-ink-3" aria-live="polite">
      {count &&
        `${count.of === asked ? "" : "was: "}matches ${count.matches.toLocaleString("en")} of ${count.total.toLocaleString("en")} ${noun} now`}
    </p>
  );
}
