"use client";
import Link from "next/link";
import { useBuilder } from "@/components/builder/builder-context";
import type { Step } from "@/lib/journey/document";

/** The steps where most stand now; each leads to who they are. */
export function BusiestSteps({ of: steps, atMost = 5 }: { of: readonly Step[]; atMost?: number }) {
  const live = useBuilder((state) => state.live);
  const href = useBuilder((state) => `/${state.workspace}/journeys/${state.journeyId}/people`);
  const waiting = (step: Step): number => live?.steps[step.id]?.waiting ?? 0;
  const busiest = steps
    .filter((step) => waiting(step) > 0)
    .sort((a, b) => waiting(b) - waiting(a))
    .slice(0, atMost);
  if (busiest.length === 0) return <p className="text-ink-2">Nobody stands here now.</p>;
  return (
    <ul className="flex flex-col">
      {busiest.map((step) => (
        <li key={step.id}>
          <Link
            href={`${href}?step=${encodeURIComponent(step.id)}`}
            className="-mx-2 flex min-h-7 items-center justify-between gap-3 rounded-field px-2 hover:bg-sunken"
          >
            <span className="truncate text-accent-text">{step.name}</span>
            <span className="font-semibold">{waiting(step).toLocaleString("en")}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
