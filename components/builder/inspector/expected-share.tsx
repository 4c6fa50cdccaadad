"use client";
import { useState } from "react";
import { useBuilder, useBuilderStore } from "@/components/builder/builder-context";
import type { Path } from "@/lib/journey/document";
import { updatePath } from "@/lib/journey/edit/connect";
import { pathsFrom } from "@/lib/journey/edit/journey-draft";

const sources = { assumed: "assumed", estimate: "estimate", benchmark: "benchmark", historical: "history" } as const;

/** The share of people expected on a path, typed in percent; beside it where the figure comes from. */
export function ExpectedShare({ path, siblings }: { path: Path; siblings: number }) {
  const store = useBuilderStore();
  const total = useBuilder((state) =>
    pathsFrom(state.draft.document, path.from).reduce((sum, one) => sum + (one.expected?.share ?? 0), 0),
  );
  const [typed, setTyped] = useState<string | null>(null);
  const share = path.expected?.share ?? 1 / siblings;
  const source = path.expected?.source ?? "assumed";
  const isOff = siblings > 1 && source !== "assumed" && Math.abs(total - 1) > 0.005 && total > 1;
  return (
    <span className="flex items-center gap-1.5 text-small text-ink-3">
      <input
        aria-label="Expected share, percent"
        inputMode="decimal"
        value={typed ?? String(Math.round(share * 1000) / 10)}
        className="h-6 w-12 rounded-tag border border-line-strong bg-surface px-1 text-right text-body text-ink"
        onChange={(event) => {
          setTyped(event.target.value);
          const percent = Number(event.target.value.replace(",", "."));
          if (event.target.value.trim() === "" || !(percent >= 0 && percent <= 100)) return;
          store.getState().run(
            updatePath(path, (draft) => {
              draft.expected = { share: percent / 100, source: "estimate" };
            }),
          );
        }}
        onBlur={() => setTyped(null)}
      />
      <span>
        % {sources[source]}
        {isOff && <span className="text-bad">, adds up to {Math.round(total * 100)}%</span>}
      </span>
    </span>
  );
}
