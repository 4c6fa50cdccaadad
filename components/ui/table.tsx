import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { join } from "./join";

/** Where a cell stands when a row becomes two lines on a phone. Cells without a place are left out there. */
type PhonePlace = "title" | "value" | "note" | "aside";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right";
  width?: number | string;
  /** Set where the list can be sorted by this column. */
  sortHref?: string;
  sorted?: "ascending" | "descending";
  phone?: PhonePlace;
  hideHeader?: boolean;
}

interface TableProps<Row> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The whole row leads there, through the link in its first cell. */
  rowHref?: (row: Row) => string;
  selected?: (row: Row) => boolean;
  density?: "comfortable" | "compact";
  empty?: ReactNode;
  /** Off inside a box that scrolls by itself. */
  stickyHeader?: boolean;
}

const places = {
  title: "max-md:col-start-1 max-md:row-start-1 max-md:font-medium",
  value: "max-md:col-start-2 max-md:row-start-1 max-md:text-right",
  note: "max-md:col-start-1 max-md:row-start-2 max-md:text-small max-md:text-ink-2",
  aside: "max-md:col-start-2 max-md:row-start-2 max-md:text-right max-md:text-small max-md:text-ink-2",
} as const satisfies Record<PhonePlace, string>;

function Header<Row>({ column, sticky }: { column: Column<Row>; sticky: boolean }) {
  return (
    <th
      scope="col"
      aria-sort={column.sorted}
      style={column.width === undefined ? undefined : { width: column.width }}
      className={join(
        "h-9 border-b border-line bg-bg px-3 text-small font-normal text-ink-3 first:pl-0 last:pr-0",
        sticky && "sticky top-[calc(var(--demo-bar)+var(--top-bar))] z-10",
        column.align === "right" ? "text-right" : "text-left",
      )}
    >
      {column.sortHref ? (
        <Link
          href={column.sortHref}
          scroll={false}
          prefetch={false}
          className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
        >
          {column.header}
          {column.sorted && <Icon name={column.sorted === "ascending" ? "arrowUp" : "arrowDown"} size={12} />}
        </Link>
      ) : (
        <span className={column.hideHeader ? "visually-hidden" : ""}>{column.header}</span>
      )}
    </th>
  );
}

/** Rows of 44 px under a header that stays; two-line rows on a phone. Sorting lives in the URL. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  selected,
  density = "comfortable",
  empty,
  stickyHeader = true,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <table className="w-full border-separate border-spacing-0 max-md:block">
      <caption className="visually-hidden">{caption}</caption>
      <thead className="max-md:hidden">
        <tr>
          {columns.map((column) => (
            <Header key={column.id} column={column} sticky={stickyHeader} />
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            data-selected={selected?.(row) || undefined}
            className={join(
              "group relative data-[selected]:bg-accent-soft max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:border-b max-md:border-line max-md:py-2",
              rowHref && "hover:bg-sunken",
            )}
          >
            {columns.map((column, place) => {
              const content = column.cell(row);
              return (
                <td
                  key={column.id}
                  className={join(
                    "px-3 first:pl-0 last:pr-0 md:border-b md:border-line",
                    density === "comfortable" ? "md:h-11" : "md:h-8",
                    "max-md:min-w-0 max-md:px-0",
                    column.align === "right" && "text-right",
                    column.phone ? places[column.phone] : "max-md:hidden",
                  )}
                >
                  {place === 0 && rowHref ? (
                    <Link
                      href={rowHref(row)}
                      prefetch={false}
                      className="font-medium after:absolute after:inset-0 focus-visible:outline-offset-0"
                    >
                      {content}
                    </Link>
                  ) : (
                    content
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
