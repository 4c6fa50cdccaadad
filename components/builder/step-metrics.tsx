"use client";
import Link from "next/link";
import { join } from "@/components/ui/join";
import type { KindName } from "@/lib/journey/kinds/config";
import { useBuilder } from "./builder-context";

/** The lower row of a card in Live: who came, who waits, who answered. */
export function StepMetrics({ stepId, kind }: { stepId: string; kind: KindName }) {
  const counts = useBuilder((state) => state.live?.steps[stepId]);
  const base = useBuilder((state) => `/${state.workspace}/journeys/${state.journeyId}/people`);
  return (
    <div
      className={join(
        "relative mx-px flex h-[27px] items-center gap-2.5 border-t border-line px-3 text-chip text-ink-2",
        kind === "exit" && "mx-0 pl-8",
      )}
    >
      {counts ? (
        <>
          {kind === "message" && counts.sent !== undefined ? (
            <Count value={counts.sent} word="sent" />
          ) : (
            <Count value={counts.in} word={kind === "exit" ? "ended" : "in"} />
          )}
          {kind === "message" && counts.engaged !== undefined && counts.sent ? (
            <Count value={`${Math.round((100 * counts.engaged) / counts.sent)}%`} word="engaged" />
          ) : null}
          {counts.waiting > 0 && (
            <Link
              href={`${base}?step=${encodeURIComponent(stepId)}&state=waiting`}
              className="nodrag nopan inline-flex min-h-6 items-center rounded-tag text-ink-2 hover:text-accent-text"
            >
              <Count value={counts.waiting} word="waiting" />
            </Link>
          )}
        </>
      ) : (
        <span>Nobody yet</span>
      )}
    </div>
  );
}

function Count({ value, word }: { value: number | string; word: string }) {
  return (
    <span className="whitespace-nowrap">
      <span className="font-semibold text-ink">{typeof value === "number" ? value.toLocaleString("en") : value}</span>{" "}
      {word}
    </span>
  );
}
