import Link from "next/link";
import { formatArr } from "@/components/account/format";
import { stageColour } from "@/components/ui/stage-colour";
import type { BoardColumn } from "@/lib/metrics/portfolio";

/** Six columns: how many, how much, how many behind plan, median days against the plan. Each opens its list. */
export function StageBoard({ ws, board }: { ws: string; board: readonly BoardColumn[] }) {
  return (
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
      {board.map((column) => {
        const behind = column.behind === null || column.accounts === 0 ? null : column.behind / column.accounts;
        return (
          <li key={column.id} className="bg-surface">
            <Link
              href={`/${ws}/accounts?stage=${column.id}`}
              className="flex h-full flex-col gap-1 px-4 py-3 hover:bg-sunken"
            >
              <span className="flex items-center gap-2 text-small text-ink-2">
                <span className="size-2.5 rounded-[2px]" style={{ background: stageColour(column.id) }} />
                {column.name}
                {column.isOverlay && <span className="text-ink-3">beside</span>}
              </span>
              <span className="text-metric">{column.accounts}</span>
              <span className="text-small text-ink-2">{formatArr(column.arr)} ARR</span>
              {behind !== null && (
                <span className="text-small text-ink-2">
                  <span className="my-1 block h-1.5 overflow-hidden rounded-full bg-sunken">
                    <span
                      className="block h-full rounded-full"
                      style={{ width: `${behind * 100}%`, background: "var(--delta-below)" }}
                    />
                  </span>
                  {column.behind} behind plan
                </span>
              )}
              {column.medianDays !== null && (
                <span className="text-small text-ink-2">
                  Median {column.medianDays} d{column.expectedDays === null ? "" : ` of ${column.expectedDays}`}
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
