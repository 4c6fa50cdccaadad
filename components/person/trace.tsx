import Link from "next/link";
import { formatTime } from "@/components/account/format";
import { ButtonLink } from "@/components/ui/button-link";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Tag } from "@/components/ui/tag";

export interface TraceEntry {
  id: string;
  atMs: number;
  journeyId: string | null;
  journeyName: string | null;
  stepName: string | null;
  visit: number;
  code: string;
  words: string;
}

interface TraceProps {
  ws: string;
  base: string;
  entries: readonly TraceEntry[];
  next: string | null;
  show: "all" | "not_sent";
  journeyId: string | null;
  journeys: readonly { id: string; name: string }[];
}

/** Why each thing happened or did not, newest first. */
export function Trace({ ws, base, entries, next, show, journeyId, journeys }: TraceProps) {
  const href = (change: Record<string, string | null>) => {
    const kept = Object.entries({ show: show === "all" ? null : show, journeyId, ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    return kept.length === 0 ? base : `${base}?${new URLSearchParams(kept)}`;
  };
  return (
    <div className="flex flex-col gap-2 pt-2">
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedLinks
          label="Show"
          links={[
            { href: href({ show: null }), label: "Everything", current: show === "all" },
            { href: href({ show: "not_sent" }), label: "Not sent", current: show === "not_sent" },
          ]}
        />
        <nav aria-label="Journey" className="flex flex-wrap gap-x-3 text-small">
          {journeyId && (
            <Link className="text-accent-text hover:underline" href={href({ journeyId: null })}>
              All journeys
            </Link>
          )}
          {journeys
            .filter((journey) => journey.id !== journeyId)
            .map((journey) => (
              <Link
                key={journey.id}
                className="text-accent-text hover:underline"
                href={href({ journeyId: journey.id })}
              >
                {journey.name}
              </Link>
            ))}
        </nav>
      </div>
      <ol>
        {entries.length === 0 && (
          <li className="py-2 text-ink-2">
            Nothing has been decided {show === "all" ? "yet" : "against this person"}.
          </li>
        )}
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="grid grid-cols-[112px_1fr] gap-x-3 border-b border-line py-2 last:border-0 md:grid-cols-[112px_220px_1fr]"
          >
            <span className="text-ink-2">{formatTime(entry.atMs)}</span>
            <span className="min-w-0">
              {entry.stepName ?? "Journey"}
              {entry.visit > 1 && <span className="text-ink-3">, visit {entry.visit}</span>}
              {entry.journeyId && (
                <Link
                  className="block truncate text-small text-ink-2 hover:underline"
                  href={`/${ws}/journeys/${entry.journeyId}/build`}
                >
                  {entry.journeyName}
                </Link>
              )}
            </span>
            <span className="max-md:col-start-2">
              {(entry.code === "not_sent" || entry.code === "withheld") && <Tag tone="warn">Not sent</Tag>}{" "}
              {entry.words}
            </span>
          </li>
        ))}
      </ol>
      {next && (
        <div>
          <ButtonLink href={href({ before: next })}>Earlier decisions</ButtonLink>
        </div>
      )}
    </div>
  );
}
